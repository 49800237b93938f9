//! Choices: each by hand, and then by the link that it has made.

use memcon_browser_tests::{Page, Result, Window, journey};

use crate::reader::{MARKS, SHOWN, STATUS, arrive, by_link_as_by_hand};

async fn ask(page: &Page, question: &str) -> Result {
    page.fill("input[type=search][name=q]", question).await
}

#[test]
fn a_question_leaves_the_turns_that_answer() {
    journey("a_question_leaves_the_turns_that_answer", Window::desktop(), async |page| {
        arrive(page, "").await?;
        for (question, shown, status) in [
            ("fertilizer*", "t12 t13 t15 t16", "8 hits in 4 of 25 turns"),
            ("FERTILIZER", "t12 t15 t16", "3 hits in 3 of 25 turns"),
            ("“raw material”", "t16 t18", "2 hits in 2 of 25 turns"),
            ("fertilizer* -organic", "t12 t13 t16", "4 hits in 3 of 25 turns"),
            ("workers'", "t2 t4 t12", "3 hits in 3 of 25 turns, 3 outside the turns"),
            ("Jong-ŏk", "", "0 hits in 0 of 25 turns, 1 outside the turns"),
        ] {
            ask(page, question).await?;
            page.until_eq(question, STATUS, status).await?;
            page.until_eq(question, SHOWN, shown).await?;
            by_link_as_by_hand(page).await?;
        }
        Ok(())
    });
}

#[test]
fn hits_are_marked() {
    journey("hits_are_marked", Window::desktop(), async |page| {
        arrive(page, "").await?;
        ask(page, "raw").await?;
        page.until_eq("marks", MARKS, ["raw", "raw"]).await?;
        ask(page, "").await?;
        page.until_eq("no marks", MARKS, Vec::<String>::new()).await?;
        page.until_eq("all turns", STATUS, "25 turns").await
    });
}

#[test]
fn a_card_a_side_a_topic_and_a_mention_choose() {
    journey("a_card_a_side_a_topic_and_a_mention_choose", Window::desktop(), async |page| {
        for (choice, shown) in [
            ("[data-participant=mehmet-shehu]", "t7 t13 t15 t18"),
            ("[data-delegation=korean-delegation]", "t1 t3 t5 t9 t11 t14 t16 t19 t21 t23 t25"),
            ("[data-facet=topic][data-value=fertilizers]", "t13 t14 t15 t16"),
            ("[data-facet=mentions][data-value=kim-il-sung]", "t2 t4 t6 t9 t12 t15 t24"),
            ("#t12 [data-entity=petro-dode]", "t12"),
        ] {
            arrive(page, "").await?;
            page.eval::<()>(&format!("document.querySelector('{choice}').click()")).await?;
            page.until_eq(choice, SHOWN, shown).await?;
            by_link_as_by_hand(page).await?;
        }
        Ok(())
    });
}

#[test]
fn choices_combine_and_one_control_undoes_them() {
    journey("choices_combine_and_one_control_undoes_them", Window::desktop(), async |page| {
        arrive(page, "").await?;
        ask(page, "fertilizer*").await?;
        page.until_eq(
            "what Shehu would leave",
            "document.querySelector('[data-participant=mehmet-shehu] .turns').textContent",
            "2 of 4 turns",
        )
        .await?;
        page.click("[data-participant=mehmet-shehu] .name").await?;
        page.until_eq("both", SHOWN, "t13 t15").await?;
        // Another value of the same facet widens.
        page.click("[data-participant=ri-jong-ok] .name").await?;
        page.until_eq("wider", SHOWN, "t13 t15 t16").await?;
        by_link_as_by_hand(page).await?;
        page.click(".chips [data-value=mehmet-shehu]").await?;
        page.until_eq("Shehu taken out", SHOWN, "t16").await?;
        page.click(".everything").await?;
        page.until_eq("everything", STATUS, "25 turns").await?;
        page.until_address(crate::reader::RECORD).await
    });
}

#[test]
fn beside_what_is_chosen_a_count_says_how_many_more() {
    journey("beside_what_is_chosen_a_count_says_how_many_more", Window::desktop(), async |page| {
        let count = |facet: &str, value: &str| {
            format!(
                "(() => {{ const n = document.querySelector('[data-facet={facet}][data-value={value}] .n'); return getComputedStyle(n, '::before').content.replace(/none|\"/g, '') + n.textContent }})()"
            )
        };
        arrive(page, "").await?;
        page.until_eq("alone", &count("topic", "toast"), "2").await?;
        page.click("[data-facet=topic][data-value=fertilizers]").await?;
        page.until_eq("of what is chosen, its turns", &count("topic", "fertilizers"), "4").await?;
        page.until_eq("of another, what it would add", &count("topic", "toast"), "+2").await?;
        page.click("[data-facet=topic][data-value=toast]").await?;
        page.until_eq("so many more", STATUS, "6 of 25 turns").await?;
        // Turn 12 is seen already, for another who is named in it.
        arrive(page, "?mentions=kim-il-sung").await?;
        page.until_eq("none more", &count("mentions", "petro-dode"), "0").await?;
        page.until_eq(
            "a card",
            "getComputedStyle(document.querySelector('[data-participant=mehmet-shehu] .turns'), '::before').content",
            "none",
        )
        .await?;
        arrive(page, "?speaker=enver-hoxha").await?;
        page.until_eq(
            "beside a chosen card",
            "getComputedStyle(document.querySelector('[data-participant=mehmet-shehu] .turns'), '::before').content",
            "\"+\"",
        )
        .await
    });
}

#[test]
fn gaps_say_how_many_turns_are_hidden_and_open() {
    journey("gaps_say_how_many_turns_are_hidden_and_open", Window::desktop(), async |page| {
        arrive(page, "?speaker=mehmet-shehu").await?;
        page.until_eq(
            "a button says what it shows",
            "document.querySelectorAll('.gap button')[1].getAttribute('aria-label')",
            "Show 5 turns hidden here",
        )
        .await?;
        let gaps = "[...document.querySelectorAll('.gap')].map((gap) => gap.textContent.trim())";
        let expected = [
            "6 turns and 3 passages hidden show",
            "5 turns hidden show",
            "1 turn hidden show",
            "2 turns hidden show",
            "7 turns and 2 passages hidden show",
        ];
        page.until_eq("gaps", gaps, expected).await?;
        page.eval::<()>("document.querySelectorAll('.gap button')[1].click()").await?;
        page.until_eq("opened", SHOWN, "t7 t8 t9 t10 t11 t12 t13 t15 t18").await?;
        page.until_eq("the count stays", STATUS, "4 of 25 turns").await?;
        page.until_eq("the focus goes on", "document.activeElement.id", "t8").await
    });
}

#[test]
fn the_rest_can_be_dimmed_instead() {
    journey("the_rest_can_be_dimmed_instead", Window::desktop(), async |page| {
        arrive(page, "?q=fertilizer*").await?;
        page.eval::<()>(
            "[...document.querySelectorAll('.choice button')].find((b) => b.textContent === 'Dim the rest').click()",
        )
        .await?;
        page.until_eq("nothing is hidden", "document.querySelectorAll('article[hidden], .gap').length", 0).await?;
        page.until_eq("dimmed", "document.querySelectorAll('article[data-dimmed]').length", 21).await?;
        by_link_as_by_hand(page).await
    });
}

#[test]
fn a_question_without_an_answer_says_which_part_found_nothing() {
    journey("a_question_without_an_answer_says_which_part_found_nothing", Window::desktop(), async |page| {
        arrive(page, "?q=fert%20zebra").await?;
        let said = "document.querySelector('.nothing').textContent";
        page.until("zebra", &format!("{said}.includes('“zebra” stands in no turn.')")).await?;
        page.until("fert", &format!("{said}.includes('“fert” stands in no turn. fert* finds 8 hits')")).await?;
        page.eval::<()>("document.querySelector('.nothing .link').click()").await?;
        page.until_eq("the offer is taken", "document.querySelector('#q').value", "fert* zebra").await?;
        page.until("each part by itself", &format!("{said}.includes('“fert*”: by itself in 4 turns.')")).await?;
        page.until("the reasons follow", &format!("!{said}.includes('“fert”') && {said}.includes('“zebra”')")).await?;
        ask(page, "gnu").await?;
        page.until("and follow again", &format!("{said}.includes('“gnu”') && !{said}.includes('“zebra”')")).await?;
        ask(page, "\"fertiliz\"").await?;
        page.until("the reason for this", &format!("{said}.includes('“fertiliz” stands in no turn. fertiliz* finds')"))
            .await?;
        page.eval::<()>("document.querySelector('.nothing .link').click()").await?;
        page.until_eq("what was quoted is offered open", "document.querySelector('#q').value", "fertiliz*").await?;
        ask(page, "fert*").await?;
        page.until_eq("and finds", STATUS, "8 hits in 4 of 25 turns").await?;
        // What comes near in the record's own words is offered by the second program.
        arrive(page, "?q=fertiliser").await?;
        page.until(
            "near",
            &format!("{said}.includes('Near to “fertiliser” in this record: fertilizer* finds 8 hits')"),
        )
        .await?;
        page.eval::<()>("document.querySelector('.near .link').click()").await?;
        page.until_eq("and taken", STATUS, "8 hits in 4 of 25 turns").await?;
        arrive(page, "?speaker=an-yong").await?;
        page.until("the silent", &format!("{said}.includes('An Yong is present and does not speak.')")).await
    });
}

#[test]
fn each_part_of_a_question_is_a_chip_and_can_be_taken_out() {
    journey("each_part_of_a_question_is_a_chip_and_can_be_taken_out", Window::desktop(), async |page| {
        arrive(page, "").await?;
        ask(page, "fertilizer|reed -organic near:3(raw material) speaker:jong").await?;
        let chips = "[...document.querySelectorAll('.chips button')].map((chip) => chip.textContent)";
        let expected = [
            "either fertilizer|reed ×",
            "without organic ×",
            "near each other near:3(raw material) ×",
            "turns of speaker:jong ×",
        ];
        page.until_eq("understood", chips, expected).await?;
        page.until_eq("found", SHOWN, "t16").await?;
        by_link_as_by_hand(page).await?;
        page.click(".chips li:nth-child(3) button").await?;
        page.until_eq("one part less", "document.querySelector('#q').value", "fertilizer|reed -organic speaker:jong")
            .await?;
        page.click(".chips li:nth-child(2) button").await?;
        page.until_eq("with its minus", "document.querySelector('#q').value", "fertilizer|reed speaker:jong").await?;
        // One word is no exception.
        ask(page, "reed").await?;
        page.until_eq("a word", chips, ["word reed ×"]).await?;
        page.click(".chips button").await?;
        page.until_eq("taken out", "document.querySelector('#q').value", "").await
    });
}

#[test]
fn forms_of_a_word_are_found_and_named_where_they_are_asked_for() {
    journey("forms_of_a_word_are_found_and_named_where_they_are_asked_for", Window::desktop(), async |page| {
        arrive(page, "?q=~fertilize").await?;
        page.until_eq("found", STATUS, "8 hits in 4 of 25 turns").await?;
        let chips = "[...document.querySelectorAll('.chips button')].map((chip) => chip.textContent)";
        page.until_eq("named", chips, ["forms in English ~fertilize (fertilize, fertilizer, fertilizers) ×"]).await?;
        page.until_eq(
            "marked",
            "new Set([...document.querySelectorAll('mark')].map((mark) => mark.textContent.toLowerCase())).size",
            2,
        )
        .await?;
        by_link_as_by_hand(page).await?;
        page.eval::<()>("document.querySelector('[data-do=view][data-value=lines]').click()").await?;
        page.until_eq("in lines too", "document.querySelectorAll('[data-line]').length", 8).await?;
        page.eval::<()>("document.querySelector('[data-do=view][data-value=read]').click()").await?;
        ask(page, "~donkey").await?;
        page.until_eq("where there is no other", chips, ["forms in English ~donkey (donkey) ×"]).await?;
        ask(page, "~zebras").await?;
        let said = "document.querySelector('.nothing')?.textContent ?? ''";
        page.until("nothing", &format!("({said}).includes('“~zebras” stands in no turn.')")).await?;
        // By a link, before the second program is there.
        arrive(page, "?q=~zebras").await?;
        page.until("nothing", &format!("({said}).includes('“~zebras” stands in no turn.')")).await?;
        ask(page, "~fertilize ~chemicals").await?;
        page.until("both", "document.querySelectorAll('.chips button').length === 2 && document.querySelector('.chips').textContent.includes('fertilizers') && !document.querySelector('.chips').textContent.includes('…')").await?;
        ask(page, "fertilize").await?;
        page.until("only where it is asked for", &format!("({said}).includes('“fertilize” stands in no turn.')")).await
    });
}

#[test]
fn what_surrounds_an_answer_and_what_is_open_and_the_hit_are_in_the_address() {
    journey("what_surrounds_an_answer_and_the_hit_are_in_the_address", Window::desktop(), async |page| {
        arrive(page, "?q=reed").await?;
        let before: String = page.eval(SHOWN).await?;
        page.eval::<()>(
            "[...document.querySelectorAll('.ways button')].find((b) => b.textContent === '±1 turn').click()",
        )
        .await?;
        page.until(
            "more is shown",
            &format!(
                "{SHOWN} !== '{before}' && document.querySelectorAll('article[data-dimmed]:not([hidden])').length > 0"
            ),
        )
        .await?;
        page.until("in the address", "location.search.includes('around=1')").await?;
        by_link_as_by_hand(page).await?;
        page.eval::<()>("document.querySelector('.gap button').click()").await?;
        page.until("the open gap too", "location.search.includes('open=')").await?;
        by_link_as_by_hand(page).await?;
        page.eval::<()>("document.querySelector('[data-do=next]').click()").await?;
        page.until("the hit too", "location.search.includes('hit=')").await?;
        page.until("the counter", &format!("/^\\d of \\d hits, in 3 of 25 turns$/.test({STATUS})")).await?;
        arrive(page, "?q=reed&hit=2").await?;
        page.until_eq("by link", "document.querySelector('mark.current').dataset.hit", "1").await?;
        page.until("in view", "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector('mark.current').getBoundingClientRect())").await?;
        ask(page, "fertilizer").await?;
        page.until_eq("another question, other hits", "location.search", "?q=fertilizer").await
    });
}
