import type { PayloadRequest } from 'payload'
import { indexTerms, type TermIndex } from '../../linking/termIndex'
import type { Kind } from '../../linking/vocabulary'
import { type LinkingVocabulary, readVocabulary } from '../vocabulary'

/** A name or synonym that another entry has already. */
export interface TakenTerm {
  term: string
  /** Whose it is. */
  owner: { id: string; kind: Kind; name: string; term: string }
}

const indexes = new WeakMap<LinkingVocabulary, TermIndex>()

function termIndexOf(vocabulary: LinkingVocabulary, locale: string): TermIndex {
  let index = indexes.get(vocabulary)
  if (!index) {
    index = indexTerms(vocabulary.words, locale)
    indexes.set(vocabulary, index)
  }
  return index
}

/**
 * Which of these terms readers already know as the words of another entry. What the entry itself is published with is passed
 * over: it was there before anybody looked.
 *
 * @param own the entry's id; undefined for a new one
 * @param ignored ids of entries that are about to give their words away
 */
export async function findTakenTerms(
  terms: readonly string[],
  locale: string,
  own: string | undefined,
  req: PayloadRequest,
  ignored: readonly string[] = [],
): Promise<TakenTerm[]> {
  if (terms.length === 0) return []
  const vocabulary = await readVocabulary(req, locale)
  const index = termIndexOf(vocabulary, locale)
  const taken: TakenTerm[] = []
  for (const term of terms) {
    const owners = index.ownersOf(term).map(({ kind, slug, name, term: theirs }) => ({
      id: vocabulary.ids.get(`${kind}:${slug}`) as string,
      kind,
      name,
      term: theirs,
    }))
    if (owners.some(({ id }) => id === own)) continue
    const owner = owners.find(({ id }) => !ignored.includes(id))
    if (owner) taken.push({ term, owner })
  }
  return taken
}

/** For whoever wrote the term. */
export function describeTaken({ term, owner }: TakenTerm, language?: string): string {
  const already = language ? `, in ${language}, already` : ' already'
  const as = owner.term === owner.name ? 'the name of' : `a word (“${owner.term}”) for`
  return `“${term}” is${already} ${as} the ${owner.kind} “${owner.name}”.`
}
