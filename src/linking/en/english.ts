import { stemmer } from '@orama/stemmers/english'
import type { Language } from '../language'
import { agrees, bases } from './inflection'
import { negation } from './negation'
import { diseaseHeads, senses } from './senses'
import { symptomPhrases } from './symptomPhrases'

const britishRoots: [RegExp, string][] = [
  [/haem/g, 'hem'],
  [/oedem/g, 'edem'],
  [/rrhoea/g, 'rrhea'],
  [/rrhoic/g, 'rrheic'],
  [/pnoea/g, 'pnea'],
  [/anaes/g, 'anes'],
  [/anaem/g, 'anem'],
  [/aemi(a|c)/g, 'emi$1'],
  [/oesoph/g, 'esoph'],
  [/oestr/g, 'estr'],
  [/paed/g, 'ped'],
  [/gynaec/g, 'gynec'],
  [/faec/g, 'fec'],
  [/caec/g, 'cec'],
  [/leucor/g, 'leukor'],
  [/sulph/g, 'sulf'],
  [/^(col|od|tum|vap|hum|fav|flav|behavi|lab|rum|vig|discol)our/g, '$1or'],
  [/^(fib|cent|lit|met|calib)re/g, '$1er'],
  [/counsell/g, 'counsel'],
  [/^travell/g, 'travel'],
  [/^grey/g, 'gray'],
  [/is(e|ed|er|ers|es|ing|ation|ations)$/g, 'iz$1'],
]
/** Words in -ise and -iser that are spelled so everywhere. */
const withS = /^(exercis|adv|rais|prais|pois|nois|surpris|comprom|prem|prom|disguis|superv|rev|ris|w|bru|ra)/

const english: Language = {
  normalize(word) {
    let normal = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
    for (const [root, american] of britishRoots)
      if (american !== 'iz$1' || !withS.test(normal)) normal = normal.replace(root, american)
    return normal
  },
  stem(word) {
    const own = bases(word)[1]
    // Irregular forms have the stem of the word that they are a form of.
    const base =
      own && !word.startsWith(own.slice(0, 2))
        ? own
        : own && /^(feet|teeth|swam|swum|bled|drank|drunk|shook)$/.test(word)
          ? own
          : word
    return stemmer(base.endsWith("'s") ? base.slice(0, -2) : base)
  },
  agrees,
  senses,
  diseaseHeads,
  negation,
  functionWords: 'a an the your my his her their our its one’s of in on to for with and or'.split(' '),
  equivalents: [
    ['raise', 'elevate', 'elevation', 'lift', 'prop'],
    ['drink', 'sip', 'drinking'],
    ['leg', 'foot'],
    ['wear', 'use'],
    ['stop', 'quit', 'quitting'],
  ],
  symptomPhrases,
  redFlagHeading:
    /\b(when to (call|see|seek|get|contact|go)|call (your|a|the) (doctor|clinic)|emergenc|urgent|warning signs?|red flags?|get help|seek (help|care|medical)|911|999)\b/i,
  cautionHeading:
    /\b(do not|don['’]t|avoid|not to do|who should not|should not|cautions?|precautions?|warnings?|contraindications?|side effects?|risks?)\b/i,
  history: ['history of _', 'previous _', 'past _', 'had _ in the past', 'used to have _'],
  family: [
    'family history of _',
    'mother had _',
    'father had _',
    'parent with _',
    'relative with _',
    'relatives with _',
  ],
}

export { english }
