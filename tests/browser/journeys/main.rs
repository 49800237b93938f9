//! Journeys through the site, a file a subject. One program, so that it is linked once.

mod arrival;
