//! A person's name, parted only where it is clear which part is the family's.

use serde::{Deserialize, Serialize};

/// A person's name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Name {
    /// Given name and family name, as in “Enver Hoxha”, “Henry A. Kissinger”, “Charles de Gaulle”.
    Parts {
        /// Given name and initials.
        given: String,
        /// A particle that stays with the family name: “de”, “van der”.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        particle: Option<String>,
        /// Family name.
        family: String,
    },
    /// A name that is written the same everywhere: “Ri Jong-ok”, “Mao”, “The Chairman”.
    Whole(String),
}

/// Words within a name that belong to the family name that follows.
const PARTICLES: [&str; 24] = [
    "al", "bin", "d'", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la", "le",
    "ten", "ter", "van", "vom", "von", "zu", "zum",
];

/// Words that say what somebody is: a name with one of them is an office or a form of address.
const OFFICES: [&str; 36] = [
    "admiral",
    "ambassador",
    "archbishop",
    "assistant",
    "baron",
    "bishop",
    "captain",
    "chairman",
    "chancellor",
    "colonel",
    "comrade",
    "count",
    "deputy",
    "director",
    "dr",
    "emperor",
    "foreign",
    "general",
    "king",
    "lord",
    "madame",
    "marshal",
    "member",
    "minister",
    "mr",
    "mrs",
    "ms",
    "president",
    "prime",
    "prince",
    "professor",
    "queen",
    "secretary",
    "senator",
    "sir",
    "the",
];

/// Family names of Chinese, Korean and Vietnamese, which come first.
const FAMILY_FIRST: [&str; 102] = [
    "An", "Bae", "Baek", "Bai", "Bo", "Bui", "Cai", "Cao", "Chang", "Chao", "Chen", "Cheng", "Chiang", "Ch’en", "Chin",
    "Cho", "Choe", "Choi", "Chon", "Chong", "Chou", "Chu", "Chung", "Dang", "Deng", "Ding", "Do", "Dong", "Du", "Duan",
    "Duong", "Fan", "Fang", "Feng", "Gao", "Gu", "Guo", "Han", "Hao", "He", "Ho", "Hoang", "Hong", "Hu", "Hua",
    "Huang", "Huynh", "Hwang", "Hyon", "Ji", "Jiang", "Jo", "Jon", "Jong", "Kang", "Kim", "Ko", "Kwon", "Le", "Lee",
    "Li", "Liang", "Lin", "Liu", "Lu", "Luo", "Mao", "Min", "Mun", "Ngo", "Nguyen", "Oh", "Pak", "Park", "Peng",
    "Pham", "Phan", "Qian", "Qiao", "Ri", "Rim", "Ryu", "Shen", "Shin", "Sin", "So", "Son", "Song", "Su", "Sun",
    "Tang", "Tran", "Vo", "Vu", "Wang", "Wu", "Xu", "Yang", "Ye", "Yi", "Yun", "Zhou",
];

impl Name {
    /// Parts `printed` where that is clear: one given name, initials and particles
    /// if any, one family name. All else stays whole: a name of one word or of many,
    /// one with an office or a comma, one that begins with a Chinese, Korean or
    /// Vietnamese family name or has a given name of syllables (“Jong-ok”).
    pub fn new(printed: &str) -> Self {
        Self::parted(printed.trim()).unwrap_or_else(|| Name::Whole(printed.trim().to_owned()))
    }

    fn parted(printed: &str) -> Option<Self> {
        let words: Vec<&str> = printed.split_whitespace().collect();
        let (first, last) = (*words.first()?, *words.last()?);
        let between = words.get(1..words.len().checked_sub(1)?)?;
        let initials = between.iter().take_while(|word| is_initial(word)).count();
        let (initials, particles) = between.split_at(initials);
        let clear = (is_name(first) || is_initial(first))
            && is_name(last)
            && !FAMILY_FIRST.contains(&first)
            && !words.iter().any(|word| OFFICES.contains(&word.trim_end_matches('.').to_lowercase().as_str()))
            && particles.iter().all(|word| PARTICLES.contains(word));
        let given: Vec<&str> = std::iter::once(first).chain(initials.iter().copied()).collect();
        clear.then(|| Name::Parts {
            given: given.join(" "),
            particle: (!particles.is_empty()).then(|| particles.join(" ")),
            family: last.to_owned(),
        })
    }

    /// “Enver Hoxha”.
    pub fn natural(&self) -> String {
        match self {
            Name::Parts { given, .. } => format!("{given} {}", self.family()),
            Name::Whole(name) => name.clone(),
        }
    }

    /// “Hoxha, Enver”: as a list has it.
    pub fn inverted(&self) -> String {
        match self {
            Name::Parts { given, .. } => format!("{}, {given}", self.family()),
            Name::Whole(name) => name.clone(),
        }
    }

    /// The same, with a particle last: “Gaulle, Charles de”.
    pub fn demoted(&self) -> String {
        match self {
            Name::Parts { given, particle: Some(particle), family } => format!("{family}, {given} {particle}"),
            _ => self.inverted(),
        }
    }

    /// “Hoxha, E.”
    pub fn with_initials(&self) -> String {
        match self {
            Name::Parts { given, .. } => {
                let initials: Vec<String> =
                    given.split(' ').filter_map(|word| word.chars().next()).map(|c| format!("{c}.")).collect();
                format!("{}, {}", self.family(), initials.join(" "))
            }
            Name::Whole(name) => name.clone(),
        }
    }

    /// “Hoxha”: the family name with its particle.
    pub fn family(&self) -> String {
        match self {
            Name::Parts { particle: Some(particle), family, .. } => format!("{particle} {family}"),
            Name::Parts { family, .. } => family.clone(),
            Name::Whole(name) => name.clone(),
        }
    }

    /// Whether the name is written differently in a list.
    pub fn is_parted(&self) -> bool {
        matches!(self, Name::Parts { .. })
    }
}

/// A capital and small letters; an apostrophe (“O’Neill”) or a second capital (“McNamara”) may be among them.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() > 1
        && letters.all(|c| c.is_alphabetic() || c == '’' || c == '\'')
        && word.chars().any(char::is_lowercase)
}

fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.as_str() == "."
}

#[cfg(test)]
mod tests {
    use super::Name;

    #[test]
    fn a_clear_name_is_parted() {
        for (printed, natural, inverted, initials, family) in [
            ("Enver Hoxha", "Enver Hoxha", "Hoxha, Enver", "Hoxha, E.", "Hoxha"),
            ("Henry A. Kissinger", "Henry A. Kissinger", "Kissinger, Henry A.", "Kissinger, H. A.", "Kissinger"),
            ("Charles de Gaulle", "Charles de Gaulle", "de Gaulle, Charles", "de Gaulle, C.", "de Gaulle"),
            (
                "Nikolaas van der Berg",
                "Nikolaas van der Berg",
                "van der Berg, Nikolaas",
                "van der Berg, N.",
                "van der Berg",
            ),
            ("  Manush   Myftiu ", "Manush Myftiu", "Myftiu, Manush", "Myftiu, M.", "Myftiu"),
            ("Örjan Ångström", "Örjan Ångström", "Ångström, Örjan", "Ångström, Ö.", "Ångström"),
        ] {
            let name = Name::new(printed);
            assert!(name.is_parted(), "{printed}");
            assert_eq!(
                [name.natural(), name.inverted(), name.with_initials(), name.family()],
                [natural, inverted, initials, family]
            );
        }
    }

    #[test]
    fn any_other_name_stays_whole() {
        for printed in [
            "Ri Jong-ok",
            "An Yong",
            "Kim Il Sung",
            "Zhou Enlai",
            "Mao",
            "Fidel Castro Ruz",
            "President Nixon",
            "The Chairman",
            "Soviet Ambassador",
            "Martin King, Jr.",
            "Comrade Hoxha",
            "VOICE TWO",
            "Speaker 1",
            "de Gaulle",
            "",
        ] {
            assert_eq!(Name::new(printed), Name::Whole(printed.to_owned()));
            assert_eq!(Name::new(printed).inverted(), printed);
        }
    }
}
