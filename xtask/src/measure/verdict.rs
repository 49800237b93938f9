//! Which scores are too low.

use super::figures::{Measured, Run};
use super::{LIBRARY, RECORD};

/// A category: its name, what a page must reach in it, and where its score is.
type Category = (&'static str, f64, fn(&Run) -> f64);

/// What a page of the site must reach; of performance, one per cent is left to a busy machine.
const LEAST: [Category; 4] = [
    ("performance", 99.0, |run| run.performance),
    ("accessibility", 100.0, |run| run.accessibility),
    ("best practices", 100.0, |run| run.best_practices),
    ("SEO", 100.0, |run| run.seo),
];

/// A sentence for each score of the site that is too low, or that is missing; the yardsticks are not judged.
pub(crate) fn faults(measured: &Measured) -> Vec<String> {
    let mut faults = Vec::new();
    for name in [LIBRARY, RECORD] {
        let Some(page) = measured.pages.iter().find(|page| page.name == name) else {
            faults.push(format!("{name}: not measured"));
            continue;
        };
        for (category, least, score) in LEAST {
            match page.median(|run| Some(score(run))) {
                Some(median) if median >= least => {}
                Some(median) => faults.push(format!("{name}: {category} is {median:.0}, and must be {least:.0}")),
                None => faults.push(format!("{name}: {category} is not measured")),
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::figures::tests::page;

    fn measured(library: &[f64], record: &[f64]) -> Measured {
        let pages = vec![page(LIBRARY, library), page(RECORD, record), page("a yardstick", &[10.0])];
        Measured { date: "2026-01-31".into(), browser: "Chrome/1".into(), pages }
    }

    #[test]
    fn only_the_site_is_judged_by_its_median() {
        assert_eq!(faults(&measured(&[99.0, 50.0, 100.0], &[100.0])), Vec::<String>::new());
        assert_eq!(faults(&measured(&[100.0], &[98.0])), ["record: performance is 98, and must be 99"]);
    }

    #[test]
    fn nothing_measured_is_no_success() {
        assert_eq!(faults(&measured(&[], &[100.0])).len(), 4);
        let mut none = measured(&[100.0], &[100.0]);
        none.pages.remove(1);
        assert_eq!(faults(&none), ["record: not measured"]);
    }

    #[test]
    fn other_categories_must_be_perfect() {
        let mut low = measured(&[100.0], &[100.0]);
        low.pages[1].runs[0].seo = 99.0;
        assert_eq!(faults(&low), ["record: SEO is 99, and must be 100"]);
    }
}
