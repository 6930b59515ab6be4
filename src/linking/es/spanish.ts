import { stemmer } from '@orama/stemmers/spanish'
import type { Language } from '../language'
import { agrees } from './inflection'
import { negation } from './negation'
import { diseaseHeads, senses } from './senses'
import { symptomPhrases } from './symptomPhrases'

const spanish: Language = {
  // The accents of vowels are often left out in capitals and in haste; ñ is a letter of its own.
  normalize: (word) =>
    word
      .normalize('NFD')
      .replace(/([^nN])[\u0300-\u036f]+/g, '$1')
      .replace(/n[\u0300-\u0302\u0304-\u036f]+/g, 'n')
      .normalize('NFC'),
  stem(word) {
    const plain = word.replace(/([aei])r(?:se|l[oa]s?|les?)$/, '$1r').replace(/^(.{3,}e)(?:se|l[oa]s?)$/, '$1')
    const singular = plain.endsWith('ces') ? `${plain.slice(0, -3)}z` : plain.replace(/([lrn])es$/, '$1')
    return stemmer(singular)
  },
  agrees,
  senses,
  diseaseHeads,
  negation,
  functionWords: 'el la los las un una unos unas su sus de del en a al con para por y o su lo'.split(' '),
  equivalents: [
    ['elevar', 'levantar', 'elevacion', 'subir', 'alzar'],
    ['beber', 'tomar', 'ingerir'],
    ['pierna', 'pie'],
    ['dejar', 'abandonar'],
    ['usar', 'llevar', 'ponerse'],
  ],
  symptomPhrases,
  redFlagHeading:
    /(cu[aá]ndo (llamar|consultar|acudir|buscar|pedir|ir|ver|debe)|emergencia|urgencia|urgente|se[nñ]ales de (alarma|alerta|peligro)|busque ayuda)/i,
  cautionHeading:
    /\b(no (haga|debe|use|tome)|qu[eé] no hacer|evite|evitar|precauciones|advertencias|contraindicaciones|efectos secundarios|riesgos|qui[eé]n no)\b/i,
  history: ['antecedentes de _', 'antecedente de _', 'historia de _', 'tuvo _ en el pasado'],
  family: ['antecedentes familiares de _', 'familiar con _', 'familiares con _', 'madre tuvo _', 'padre tuvo _'],
}

export { spanish }
