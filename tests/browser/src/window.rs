//! The window a journey looks through, and what its reader prefers.

use serde_json::{Value, json};

/// Size of the page's visible part in CSS pixels, and the preferences that style sheets can ask for.
#[derive(Debug, Clone)]
pub struct Window {
    width: u32,
    height: u32,
    phone: bool,
    media: Vec<(&'static str, &'static str)>,
}

impl Window {
    /// A desk: 1280 × 900, light.
    pub fn desktop() -> Self {
        Self::sized(1280, 900)
    }

    /// A phone upright: 390 × 844, with a phone's layout of the page.
    pub fn phone() -> Self {
        Self { phone: true, ..Self::sized(390, 844) }
    }

    /// Any size.
    pub fn sized(width: u32, height: u32) -> Self {
        Self { width, height, phone: false, media: vec![("prefers-color-scheme", "light")] }
    }

    /// The reader prefers dark pages.
    #[must_use]
    pub fn dark(self) -> Self {
        self.preferring("prefers-color-scheme", "dark")
    }

    /// The reader wants nothing to move.
    #[must_use]
    pub fn still(self) -> Self {
        self.preferring("prefers-reduced-motion", "reduce")
    }

    /// Any media feature, such as `forced-colors: active`.
    #[must_use]
    pub fn preferring(mut self, feature: &'static str, value: &'static str) -> Self {
        self.media.retain(|(known, _)| *known != feature);
        self.media.push((feature, value));
        self
    }

    /// The size, for Chromium's devtools.
    pub(crate) fn metrics(&self) -> Value {
        json!({ "width": self.width, "height": self.height, "deviceScaleFactor": 1, "mobile": self.phone })
    }

    /// The preferences, for Chromium's devtools.
    pub(crate) fn media(&self) -> Value {
        let features: Vec<_> = self.media.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        json!({ "features": features })
    }
}
