import type { Element, Root } from 'hast'
import { cleanText } from './cleanText'
import { fromHast } from './fromHast'
import { isElement, textOf, walkHast } from './hastNodes'
import type { LexicalState } from './lexicalNodes'
import { parseHtml } from './parseHtml'
import { safeUrl } from './safeUrl'

export interface PageArticle {
  title?: string
  /** The page's own description of itself. */
  summary?: string
  /** Its canonical address, where it names one. */
  url?: string
  body: LexicalState
  warnings: string[]
}

/**
 * The article of a web page: what stands in its `<article>` or `<main>` (the whole page has neither), without menus,
 * forms and scripts. The title is the first h1, or else the `<title>`.
 *
 * @param url where the page came from; relative links are resolved against it or the page's canonical address
 * @throws UnreadableFile where the page is nested or sized like no page
 */
export function fromHtml(html: string, url?: string): PageArticle {
  const tree = parseHtml(cleanText(html), 'document')
  const elements = [...walkHast(tree)].filter((node) => isElement(node))
  const base = canonicalUrl(elements) ?? url
  const main = mainElement(elements) ?? tree
  const h1 = elementsIn(main).find((node) => node.tagName === 'h1') ?? elements.find((node) => node.tagName === 'h1')
  const title = h1 && wordsIn(h1) ? wordsIn(h1) : pageTitle(elements)
  if (h1) h1.tagName = 'template' // the title is not part of the body: templates are left out
  const summary = metaContent(elements, 'description')
  return {
    ...(title ? { title } : {}),
    ...(summary ? { summary } : {}),
    ...(base ? { url: base } : {}),
    ...fromHast(main, base ? { url: base } : {}),
  }
}

function elementsIn(node: Element | Root): Element[] {
  return [...walkHast(node)].filter((each) => isElement(each))
}

function wordsIn(node: Element): string {
  return textOf(node).replace(/\s+/g, ' ').trim()
}

/** The only `<main>`; in it the one `<article>` that holds most of its words, which a teaser does not. */
function mainElement(elements: Element[]): Element | undefined {
  const main = elements.find((node) => node.tagName === 'main' || node.properties.role === 'main')
  const articles = (main ? elementsIn(main) : elements).filter((node) => node.tagName === 'article')
  const sized = articles.map((node) => ({ node, size: textOf(node).length })).sort((a, b) => b.size - a.size)
  const [largest] = sized
  if (!main) return largest?.node
  return largest && largest.size * 2 >= textOf(main).length ? largest.node : main
}

/** The page's title without the site's name: "Leg cramps | Example Clinic". */
function pageTitle(elements: Element[]): string | undefined {
  const title = elements.find((node) => node.tagName === 'title')
  return (
    (title &&
      wordsIn(title)
        .split(/\s+[|·»]\s+/)[0]
        ?.trim()) ||
    undefined
  )
}

function canonicalUrl(elements: Element[]): string | undefined {
  const link = elements.find((node) => node.tagName === 'link' && [node.properties.rel].flat().includes('canonical'))
  const url = safeUrl(link?.properties.href)
  return url?.startsWith('http') ? url : undefined
}

function metaContent(elements: Element[], name: string): string | undefined {
  const meta = elements.find((node) => node.tagName === 'meta' && node.properties.name === name)
  const content = meta?.properties.content
  return typeof content === 'string' ? content.replace(/\s+/g, ' ').trim() || undefined : undefined
}
