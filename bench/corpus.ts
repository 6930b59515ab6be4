import { existsSync, readFileSync } from 'node:fs'
import type { Vocabulary } from '../src/linking/vocabulary'
import { readPassages, readVocabulary } from '../test/linking/readPassages'

const folder = process.env.LINKING_CORPUS ?? '../shared/corpus'

/** Real articles and their vocabulary, where they are; elsewhere our own passages. */
export function readCorpus(): { vocabulary: Vocabulary; texts: string[]; isReal: boolean } {
  if (!existsSync(folder))
    return { vocabulary: readVocabulary('en'), texts: readPassages('en').map(({ text }) => text), isReal: false }
  const lines = readFileSync(`${folder}/articles.jsonl`, 'utf8').split('\n').filter(Boolean)
  return {
    vocabulary: JSON.parse(readFileSync(`${folder}/vocabulary.json`, 'utf8')),
    texts: lines.map((line) => JSON.parse(line).body),
    isReal: true,
  }
}
