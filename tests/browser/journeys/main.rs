//! Journeys through the site, a file a subject. One program, so that it is linked once.

mod about;
mod address;
mod arrival;
mod desk;
mod failure;
mod filter;
mod keep;
mod keyboard;
mod long;
mod looks;
mod offline;
mod one_file;
mod passage;
mod people;
mod policy;
mod quote;
mod reader;
mod record;
mod timeline;
mod views;
mod words;
