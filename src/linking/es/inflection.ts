import type { Agreement } from '../language'

/** Endings of the forms of a verb that a text for patients has; a noun has none of them. */
const verbEndings =
  /^(?:ar|er|ir|a|as|an|e|es|en|amos|emos|imos|ando|iendo|yendo|ado|ada|ados|adas|ido|ida|idos|idas|o|io|aron|ieron|aba|aban|ia|ian|ara|aran|era|eran|ira|iran|are|ese|ase|arse|erse|irse|arlo|arla|arlos|arlas|erlo|erla|erlos|erlas|irlo|irla|ela|elo|elos|elas|ese)$/

/** Nouns whose other gender is another thing: a discipline and who practises it. */
const discipline = /ica$/

const singularOf = (word: string): string[] => {
  const found = [word]
  if (word.endsWith('ces')) found.push(`${word.slice(0, -3)}z`)
  if (word.endsWith('es') && word.length > 4) found.push(word.slice(0, -2))
  if (word.endsWith('s') && word.length > 3) found.push(word.slice(0, -1))
  return found
}

/** Forms of verbs that are other words far more often: nada, nothing. */
const apart = new Set(['nada', 'nadas'])

const isInfinitive = (word: string): boolean => /[aei]r(?:se)?$/.test(word) && word.length > 4

/** Adjectives and participles, which agree with their noun. */
const adjective =
  /(?:[aei]d[oa]|os[oa]|iv[oa]|an[oa]|[^i]c[oa]|ns[oa]|d[oa]|ut[oa]|it[oa]|ast[oa]|rr[oa]|rt[oa]|nt[oa]|gid[oa]|ad[oa]|ic[oa]|in[oa]|es[oa]|al)$/

/** Whether a word of the text is a form of a word of a term. Both are without accents, in lower case. */
export function agrees(term: string, word: string, alone: boolean): Agreement {
  if (term === word) return 'exact'
  const mine = singularOf(term)
  const theirs = singularOf(word)
  for (const one of mine) if (theirs.includes(one)) return 'inflected'
  if (isInfinitive(term)) return isFormOf(term, word) ? 'inflected' : 'no'
  // The other gender.
  if (alone && discipline.test(term)) return 'no'
  for (const one of mine)
    for (const other of theirs)
      if (
        one.length === other.length &&
        one.slice(0, -1) === other.slice(0, -1) &&
        /[oa]$/.test(one) &&
        /[oa]$/.test(other) &&
        adjective.test(one) &&
        !(alone && one.endsWith('a') && !/[aei]da$|osa$/.test(one))
      )
        return 'inflected'
  return 'no'
}

function isFormOf(infinitive: string, word: string): boolean {
  const radical = infinitive.replace(/[aei]r(?:se)?$/, '')
  if (radical.length < 3) return false
  if (!word.startsWith(radical)) return false
  const ending = word.slice(radical.length)
  if (apart.has(word)) return false
  // The first person of the present is a noun more often: camino, masaje.
  if (ending === 'o' || ending === 'io') return false
  return verbEndings.test(ending)
}
