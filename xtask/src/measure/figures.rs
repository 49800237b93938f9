//! What the measuring script found, and the middle of it.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Everything that was measured.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Measured {
    /// The day, as `2026-01-31`.
    pub(crate) date: String,
    /// Name and version of the browser.
    pub(crate) browser: String,
    /// The pages, in the order of the table.
    pub(crate) pages: Vec<Page>,
}

/// One page, measured several times.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Page {
    /// Its name in the table.
    pub(crate) name: String,
    /// Each time.
    pub(crate) runs: Vec<Run>,
}

/// One measurement; times in milliseconds, scores from 0 to 100.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Run {
    /// Version of Lighthouse.
    pub(crate) version: String,
    pub(crate) performance: f64,
    pub(crate) accessibility: f64,
    pub(crate) best_practices: f64,
    pub(crate) seo: f64,
    pub(crate) first_contentful_paint: f64,
    pub(crate) largest_contentful_paint: f64,
    pub(crate) total_blocking_time: f64,
    /// Without unit.
    pub(crate) cumulative_layout_shift: f64,
    /// What was transferred, headers and all.
    pub(crate) bytes: f64,
    /// None where the page has no filter.
    #[serde(default)]
    pub(crate) filter_answers: Option<f64>,
    /// The audits that are not perfect, by their id.
    pub(crate) faults: BTreeMap<String, Fault>,
}

/// An audit that is not perfect.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Fault {
    /// Id of the category that it counts in.
    pub(crate) category: String,
    /// How much it counts there; 0 is advice.
    pub(crate) weight: f64,
    /// From 0 to 1.
    pub(crate) score: f64,
    /// Lighthouse's own words.
    pub(crate) title: String,
    /// What was found, in Lighthouse's words; may be empty.
    pub(crate) value: String,
}

impl Page {
    /// The median of what `of` finds in the runs that have it.
    pub(crate) fn median(&self, of: impl Fn(&Run) -> Option<f64>) -> Option<f64> {
        let mut values: Vec<f64> = self.runs.iter().filter_map(of).collect();
        values.sort_by(f64::total_cmp);
        let middle = values.len() / 2;
        let upper = *values.get(middle)?;
        Some(if values.len().is_multiple_of(2) { (values[middle - 1] + upper) / 2.0 } else { upper })
    }

    /// The audits that were not perfect in any run, the worst of each, by their id.
    pub(crate) fn faults(&self) -> BTreeMap<&str, &Fault> {
        let mut worst: BTreeMap<&str, &Fault> = BTreeMap::new();
        for (id, fault) in self.runs.iter().flat_map(|run| &run.faults) {
            let known = worst.entry(id).or_insert(fault);
            if fault.score < known.score {
                *known = fault;
            }
        }
        worst
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A page that was measured so often as there are numbers, each the performance of a run.
    pub(crate) fn page(name: &str, performances: &[f64]) -> Page {
        let runs = performances.iter().map(|performance| Run {
            version: "12.0.0".into(),
            performance: *performance,
            accessibility: 100.0,
            best_practices: 100.0,
            seo: 100.0,
            first_contentful_paint: 910.0,
            largest_contentful_paint: 1240.0,
            total_blocking_time: 35.4,
            cumulative_layout_shift: 0.0012,
            bytes: 10_240.0,
            filter_answers: None,
            faults: BTreeMap::new(),
        });
        Page { name: name.to_owned(), runs: runs.collect() }
    }

    #[test]
    fn the_median_is_the_middle_one_or_between_the_two() {
        for (performances, median) in
            [(vec![90.0, 100.0, 40.0], Some(90.0)), (vec![90.0, 100.0], Some(95.0)), (vec![], None)]
        {
            assert_eq!(page("x", &performances).median(|run| Some(run.performance)), median, "{performances:?}");
        }
        assert_eq!(page("x", &[1.0]).median(|run| run.filter_answers), None);
    }

    #[test]
    fn the_worst_of_an_audit_is_told() {
        let mut page = page("x", &[1.0, 2.0]);
        for (run, score) in page.runs.iter_mut().zip([0.5, 0.25]) {
            let fault = Fault { category: "seo".into(), weight: 1.0, score, title: "T".into(), value: "".into() };
            run.faults.insert("audit".into(), fault);
        }
        assert_eq!(
            page.faults().into_iter().map(|(id, fault)| (id, fault.score)).collect::<Vec<_>>(),
            [("audit", 0.25)]
        );
    }

    #[test]
    fn the_output_of_the_script_is_read() {
        let json = r#"{"date":"2026-01-31","browser":"Chrome/1","pages":[{"name":"a","runs":[{"version":"12.0.0",
            "performance":99,"accessibility":100,"best_practices":100,"seo":100,"first_contentful_paint":900.5,
            "largest_contentful_paint":1000,"total_blocking_time":0,"cumulative_layout_shift":0,"bytes":5000,
            "filter_answers":2500.25,
            "faults":{"x":{"category":"seo","weight":1,"score":0,"title":"T","value":""}}}]}]}"#;
        let measured: Measured = serde_json::from_str(json).expect("read");
        assert_eq!(measured.pages[0].median(|run| run.filter_answers), Some(2500.25));
    }
}
