import type { ClaimPatterns } from './findClaims'

/** A sleep study or an imaging study is an examination of one person. */
const source = String.raw`(?<!\b(?:sleep|imaging|nerve|conduction|swallow|swallowing|blood|bowel|case)[ -])\b(?:stud(?:y|ies)|trials?|research|researchers|scientists|evidence|meta-analys[ie]s|surveys?|systematic reviews?)`
const finds =
  '(?:found|finds?|showed|shown|shows?|suggest(?:s|ed)?|report(?:s|ed)?|conclude[sd]?|indicate[sd]?|prove[sdn]?|confirm(?:s|ed)?|reveal(?:s|ed)?|estimate[sd]?|discovered|links?|linked)'
const number = String.raw`(?:one|two|three|four|five|six|seven|eight|nine|\d{1,3})`
const people =
  '(?:people|persons?|adults?|women|men|children|teenagers|patients?|babies|infants|pregnanc(?:y|ies)|americans|cases|of (?:us|them|those))'

export const english: ClaimPatterns = {
  studies: [
    new RegExp(`${source}\\b(?: (?!that\\b|and\\b)[\\w-]+){0,3}? ${finds}\\b`, 'i'),
    new RegExp(`\\baccording to (?:[\\w-]+ ){0,4}${source}\\b`, 'i'),
    /\bin (?:an?|one|the|several|many|some|recent|clinical|two|three|\d+) (?:[\w-]+ ){0,2}(?:study|studies|trials?|survey)\b/i,
    /\b(?:clinically|scientifically) (?:proven|shown|tested)\b/i,
  ],
  figures: [
    /(?<![\d.,])\d{1,3}(?:[.,]\d+)?(?: ?(?:-|–|to) ?\d{1,3}(?:[.,]\d+)?)? ?(?:%|per ?cent\b) of (?!(?:your|the|a|an|each|every) (?:plate|dose|meal|maximum|max|glass|bottle|tube|tablet|time|way|daily|bath|tub|heart rate))[\p{L}]+/iu,
    /(?<![\d.,])\d{1,3}(?:[.,]\d+)? ?(?:%|per ?cent\b) (?:more|less|fewer|higher|lower|greater|increase|decrease|reduction|chance|risk|likel)\w*/i,
    /\b(?:risk|chance|rate|likelihood|deaths|cases|pain|odds)\b[^.;]{0,30} (?:by|of|is|was) (?:about |up to |almost |nearly |around )?\d{1,3}(?:[.,]\d+)? ?(?:%|per ?cent\b)/i,
    new RegExp(
      `\\b${number} (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\\d[\\d,]*)(?: [\\w-]+){0,2}? ${people}\\b`,
      'i',
    ),
    new RegExp(
      `\\b(?:about |nearly |almost |over |up to |more than |less than )?(?:(?:a|one|two|three)[ -])?(?:half|thirds?|quarters?|fifths?) of (?:all |the |these |older |younger |pregnant )?${people}\\b`,
      'i',
    ),
    /(?<![\d.,])(?:\d{1,3}(?:[,.]\d{3})+|\d{3,}|(?:\d+(?:\.\d+)?|one|two|three|many|several) (?:million|billion|thousand)|(?:thousands|millions) of) (?:[\w-]+ ){0,2}?(?:people|adults|women|men|children|patients|americans|deaths)\b/i,
    /\b(?:twice|(?:two|three|four|five|six|seven|eight|nine|ten|\d+) times) (?:as|more|higher|less|greater) (?:likely|often|common|risk|the risk|at risk|chance)\b/i,
  ],
}
