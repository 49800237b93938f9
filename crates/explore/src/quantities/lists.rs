//! The words that the rules know; a space parts those of a list.

/// What is counted in: after a number it is what the number is of.
pub(super) const UNITS: &str = "\
    acre acres barrel barrels bushel bushels cm day days degree degrees feet foot gram gramme grammes grams ha \
    hectare hectares horsepower hour hours inch inches kg kgs kilo kilogram kilograms kilometer kilometers \
    kilometre kilometres kilos kilowatt kilowatts km knots kw kwh liter liters litre litres megaton megatons \
    megawatt megawatts meter meters metre metres mile miles mm month months mw ounce ounces pound pounds quintal \
    quintals ton tonne tonnes tons volts week weeks yard yards year years";
/// After “one” these are a manner of speaking.
pub(super) const IDLE: &str = "day degree foot hour inch mile pound yard";
/// Money by name. “Pounds” may be a weight, and “won” and “crowns” are words: they are taken as nouns.
pub(super) const CURRENCIES: &str = "\
    baht cents dinar dinars dollar dollars euro euros forint forints franc francs guilder guilders kroner kronor \
    lei lek leks leva lira liras lire peso pesos rial rials riyals rouble roubles ruble rubles rupee rupees \
    rupiah sterling yen yuan zloty zlotys";
/// Nouns that are several without an “s”.
pub(super) const PLURALS: &str = "\
    aircraft cattle children clergymen congressmen fishermen men people percent personnel police servicemen \
    sheep women workmen";
/// Words in “s” that are not several of anything.
pub(super) const NOT_PLURAL: &str = "\
    afterwards always as besides christmas comes congress does gas gives goes has his is its knows last lives \
    makes means needs news ours overseas perhaps politics remains says seems series sometimes takes theirs \
    thinks this thus towards wants was whereas works yes yours";
/// What a speaker sorts his words by: “two things”. Few of them count nothing.
pub(super) const THINGS: &str = "\
    aims alternatives approaches aspects cases categories conditions elements factors fields forms fronts hands \
    heads ideas issues kinds lines matters objectives objects observations occasions ones options others parts \
    points possibilities principles problems proposals questions reasons respects risks sides sorts stages steps \
    subjects suggestions thanks things times topics types variants views ways words";
/// Words that end what a number is of: common verbs and adverbs that are no stop words.
pub(super) const ENDS: &str = "\
    again ago alone already annually apart apiece away back became become began begin came come currently \
    earlier else fell gave give given go goes going grew held instead last later least left let long need never \
    next none once put quite remain rose said seem sent since still take taken then today together told tomorrow \
    took try want went working yesterday";
/// A number after one of these is its name.
pub(super) const NAMES: &str = "\
    annex appendix article articles basket box cable chapter chapters clause committee decree doc document \
    documents file folder footnote group highway item items line lines lot model no nos note notes nr number \
    numbers order p page pages para paragraph paragraphs paras part parts phase plan point points pp principle \
    proposal protocol question reel resolution resolutions room route rule section sections sheet stage step \
    telegram telegrams version vol volume zone";
/// Before a small number in words these point at what is known: “our two parties” counts nothing.
pub(super) const DEFINITE: &str =
    "all any both each every her his its my no other our the their these this those us we which you your";
/// What may stand between “of” and the noun.
pub(super) const DETERMINERS: &str = "all her his its my our the their these this those your";
/// What a speaker hedges a number with.
pub(super) const HEDGES: [&str; 17] = [
    "about",
    "almost",
    "approximately",
    "around",
    "as many as",
    "as much as",
    "at least",
    "at most",
    "close to",
    "less than",
    "more than",
    "fewer than",
    "nearly",
    "over",
    "roughly",
    "some",
    "up to",
];
/// Right before a year or a month these say that it is one.
pub(super) const WHEN: &str = "by during in since till until";
/// Before a year these say so too, unless what is counted follows.
pub(super) const WHEN_ALSO: &str =
    "after autumn before early fall from late mid of spring summer through throughout winter year";
/// Before a month alone.
pub(super) const WHICH_MONTH: &str = "after before early from last late mid next of this";
