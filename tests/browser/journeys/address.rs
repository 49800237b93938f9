//! The address is the state.

use memcon_browser_tests::{Window, journey};

use crate::reader::{RECORD, SHOWN, STATUS, arrive};

#[test]
fn typing_replaces_and_a_deliberate_step_adds() {
    journey("typing_replaces_and_a_deliberate_step_adds", Window::desktop(), async |page| {
        arrive(page, "").await?;
        let before: usize = page.eval("history.length").await?;
        page.press("/").await?;
        page.press("reed*").await?;
        page.until_eq("the address follows", "location.search", "?q=reed*").await?;
        page.until_eq("typing adds nothing", "history.length", before).await?;
        page.click("[data-participant=enver-hoxha] .name").await?;
        page.until_eq("a step adds one", "history.length", before + 1).await?;
        page.until_eq("chosen", SHOWN, "t20").await?;
        page.back().await?;
        page.until_eq("back", SHOWN, "t18 t20 t21 t23").await?;
        page.until_eq("the question is kept", "document.querySelector('#q').value", "reed*").await?;
        page.forward().await?;
        page.until_eq("forward", SHOWN, "t20").await?;
        page.reload().await?;
        page.until_eq("reload", SHOWN, "t20").await
    });
}

#[test]
fn equal_states_have_equal_addresses_and_unknown_parameters_are_kept() {
    journey("equal_states_have_equal_addresses_and_unknown_parameters_are_kept", Window::desktop(), async |page| {
        arrive(page, "?utm=1&rest=hide&view=read&speaker=ri-jong-ok&speaker=enver-hoxha&q=reed*").await?;
        page.until_eq("understood", SHOWN, "t20 t21 t23").await?;
        page.click("[data-participant=ri-jong-ok] .name").await?;
        page.until_address(&format!("{RECORD}?q=reed*&speaker=enver-hoxha&utm=1")).await
    });
}

#[test]
fn every_parameter_can_stand_in_one_link() {
    journey("every_parameter_can_stand_in_one_link", Window::desktop(), async |page| {
        let link = "?q=successes+-donkey&speaker=enver-hoxha&speaker=ri-jong-ok&delegation=albanian-side&topic=successes&mentions=kim-il-sung&mode=verbatim&from=t2&to=t12&rest=dim&x=y#t4";
        arrive(page, link).await?;
        page.until_eq(
            "one turn answers",
            "[...document.querySelectorAll('article:not([data-dimmed])')].map((turn) => turn.id).join()",
            "t4",
        )
        .await?;
        page.until("it is in view", "document.querySelector('#t4').getBoundingClientRect().top < innerHeight").await?;
        page.until_address(&format!("{RECORD}{link}")).await
    });
}

#[test]
fn a_bad_value_is_named_and_the_rest_works() {
    journey("a_bad_value_is_named_and_the_rest_works", Window::desktop(), async |page| {
        arrive(page, "?speaker=nobody&speaker=mehmet-shehu&rest=maybe&from=t99&q=%FF%22#nowhere").await?;
        let said = "document.querySelector('.oddities').textContent";
        for odd in ["speaker=nobody", "rest=maybe", "from=t99", "#nowhere"] {
            page.until(odd, &format!("{said}.includes('{odd}')")).await?;
        }
        page.until_eq("the rest works", SHOWN, "t7 t13 t15 t18").await?;
        page.click(".oddities button").await?;
        page.until("it can be dismissed", "!document.querySelector('.oddities')").await
    });
}

#[test]
fn a_link_to_a_turn_leads_there() {
    journey("a_link_to_a_turn_leads_there", Window::desktop(), async |page| {
        for turn in ["t20", "t3"] {
            arrive(page, &format!("#{turn}")).await?;
            let below = format!(
                "(() => {{ const gap = document.querySelector('#{turn}').getBoundingClientRect().top - document.querySelector('#rail').getBoundingClientRect().bottom; return gap >= 0 && gap < 40 }})()"
            );
            page.until("it stands right below the rail", &below).await?;
        }
        // A turn that does not answer is shown all the same, alone of its gap.
        arrive(page, "?speaker=mehmet-shehu#t3").await?;
        page.until_eq("opened", SHOWN, "t3 t7 t13 t15 t18").await?;
        // The filtered page is shorter than the one that was sent.
        arrive(page, "?q=fertilizer*#t15").await?;
        page.until("in view", "(() => { const top = document.querySelector('#t15').getBoundingClientRect().top; return top > 0 && top < 290 })()").await
    });
}

#[test]
fn a_click_on_the_number_copies_the_link() {
    journey("a_click_on_the_number_copies_the_link", Window::desktop(), async |page| {
        arrive(page, "").await?;
        page.eval::<()>("document.querySelector('#t7 .number').click()").await?;
        page.until("it is said", "document.querySelector('.notice')?.textContent.includes('turn 7')").await?;
        page.until_address(&format!("{RECORD}#t7")).await?;
        page.until_eq("no entry in the history is lost", STATUS, "25 turns").await
    });
}
