import type { Language } from './language'
import { stemOf } from './stemOf'
import type { Term } from './vocabulary'

/** A node of the tree of stems: where each next stem leads, and the terms that end here. */
export interface Node {
  next: Map<number, number>
  terms: Term[]
}

/** All terms by the stems of their words, one after the other. */
export class TermTree {
  readonly root: Node = { next: new Map(), terms: [] }
  readonly nodes: Node[] = [this.root]
  /** What words of the vocabulary begin with. */
  readonly prefixes = new Set<string>()
  private readonly stems = new Map<string, number>()

  constructor(private readonly language: Language) {}

  /** The number of a word's stem, or -1 where no term has it. */
  stemNumber(form: string): number {
    return this.stems.get(stemOf(this.language, form)) ?? -1
  }

  add(words: readonly string[], term: Term): void {
    let node = this.root
    for (const word of words) {
      node = this.nextOf(node, this.numbered(stemOf(this.language, word)))
      for (let length = 3; length < word.length; length++) this.prefixes.add(word.slice(0, length))
    }
    node.terms.push(term)
  }

  private numbered(stem: string): number {
    const known = this.stems.get(stem)
    if (known !== undefined) return known
    this.stems.set(stem, this.stems.size)
    return this.stems.size - 1
  }

  private nextOf(node: Node, stem: number): Node {
    const known = node.next.get(stem)
    if (known !== undefined) return this.nodes[known] as Node
    const made: Node = { next: new Map(), terms: [] }
    node.next.set(stem, this.nodes.length)
    this.nodes.push(made)
    return made
  }
}
