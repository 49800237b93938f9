//! The record as it stands on the page.

use memcon_browser_tests::{Window, journey};

use crate::reader::arrive;

/// Who speaks, turn by turn: Ri Jong-ok, Enver Hoxha, Mehmet Shehu.
const SPEAKERS: &str = "r h r h r h m h r h r h m r m r h m r h r h r h r";

#[test]
fn every_turn_has_its_speaker_and_its_place() {
    journey("every_turn_has_its_speaker_and_its_place", Window::desktop(), async |page| {
        arrive(page, "").await?;
        let letters = "{ 'ri-jong-ok': 'r', 'enver-hoxha': 'h', 'mehmet-shehu': 'm' }";
        let speakers = format!(
            "[...document.querySelectorAll('article')].map((turn) => ({letters})[turn.dataset.speaker]).join(' ')"
        );
        page.until_eq("speakers", &speakers, SPEAKERS).await?;
        let ids = "[...document.querySelectorAll('article')].every((turn, i) => turn.id === `t${i + 1}`)";
        page.until("ids in order", ids).await?;
        page.until_eq("spoken paragraphs", "document.querySelectorAll('article p').length", 41).await?;
        page.shot("top").await
    });
}

#[test]
fn what_is_not_speech_is_no_turn() {
    journey("what_is_not_speech_is_no_turn", Window::desktop(), async |page| {
        arrive(page, "").await?;
        for (id, begins) in [
            ("attendance-1", "From the Albanian side"),
            ("attendance-2", "The delegation of the KOREAN"),
            ("narrative-1", "Comrade [General Secretary"),
            ("signature-1", "Haxhi Kroi"),
            ("note-1", "Recorded by stenograph."),
        ] {
            page.until(id, &format!("document.getElementById('{id}').textContent.startsWith('{begins}')")).await?;
            page.until(id, &format!("document.getElementById('{id}').tagName !== 'ARTICLE'")).await?;
        }
        page.until(
            "Shehu in Hoxha's turn",
            "document.querySelector('#t6').textContent.includes('Comrade Mehmet Shehu and I never forget Korea.')",
        )
        .await?;
        page.until(
            "Dode in Hoxha's turn",
            "document.querySelector('#t12').textContent.includes('Our economist, Comrade Petro Dode says, ')",
        )
        .await
    });
}

#[test]
fn what_an_editor_added_looks_different_from_speech() {
    journey("what_an_editor_added_looks_different_from_speech", Window::desktop(), async |page| {
        arrive(page, "").await?;
        page.until_eq("brackets", "document.querySelectorAll('#narrative-1 .editorial').length > 2", true).await?;
        page.until_eq("the note's mark", "document.querySelector('#t10 .note-mark').textContent", "5").await?;
        page.until("a quotation", "[...document.querySelectorAll('#t11 .quotation')].map((q) => q.textContent).join('') === '“Will we live on or not?”'").await?;
        for kind in [".editorial", ".quotation", ".note-mark"] {
            let style = |of: &str| {
                format!(
                    "(({{fontFamily, fontStyle, fontSize, color}}) => [fontFamily, fontStyle, fontSize, color].join())(getComputedStyle(document.querySelector('{of}')))"
                )
            };
            page.until(kind, &format!("{} !== {}", style(&format!(".text {kind}")), style("#t1 p"))).await?;
        }
        // What the page adds is not selected with the words.
        for added in ["#t1 .number", "#t1 h3"] {
            page.until_eq(
                added,
                &format!("getComputedStyle(document.querySelector('{added}').parentElement).userSelect"),
                "none",
            )
            .await?;
        }
        Ok(())
    });
}

#[test]
fn the_page_says_where_the_record_comes_from() {
    journey("the_page_says_where_the_record_comes_from", Window::desktop(), async |page| {
        arrive(page, "").await?;
        for (where_, words) in [
            (".title", "Minutes of Conversation · 25 November 1964"),
            (".title", "Notes from a Meeting between a Delegation of the KWP and Enver Hoxha and Mehmet Shehu"),
            (
                ".title",
                "AQPPSH, MPP Korese, V. 1964, D 2 · translated by Enkel Daljani · recorded by stenograph, Haxhi Kroi",
            ),
            ("#about", "welcomes reuse of Digital Archive materials"),
            ("#about", "Leon Levy Foundation"),
            ("#about", "sha256:"),
        ] {
            page.until(words, &format!("document.querySelector('{where_}').textContent.includes('{words}')")).await?;
        }
        // What the source does not say is not there.
        page.until("no empty row", "[...document.querySelectorAll('#about dd')].every((dd) => dd.textContent.trim())")
            .await?;
        page.until("no invented row", "!document.querySelector('#about').textContent.includes('Repository')").await
    });
}
