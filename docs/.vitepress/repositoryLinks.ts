import { existsSync, statSync } from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'

/**
 * Links to files that are no pages, such as a test or the schema: they work where the repository is hosted, and here they lead there if
 * `DOCS_REPOSITORY` says where that is (as `https://git.example.org/saphena/blob/main`); else they are plain words.
 *
 * @throws Error where a link leads to a file that does not exist
 */
export function repositoryLinks(md: MarkdownRenderer, root: string): void {
  md.core.ruler.push('repository-links', ({ tokens, env }) => {
    for (const { children } of tokens) {
      let closing = 0
      for (const token of children ?? []) {
        if (token.type === 'link_close' && closing > 0) {
          token.tag = 'span'
          closing--
        }
        if (token.type !== 'link_open') continue
        const href = decodeURI(String(token.attrGet('href')))
        if (/^([a-z]+:|#|\/)/i.test(href)) continue
        const [path = ''] = href.split('#')
        const file = join(dirname(env.realPath ?? env.path), path)
        if (!existsSync(file)) throw new Error(`${relative(root, env.path)}: nothing is at ${href}`)
        if (relative(root, file) === 'README.md') {
          token.attrSet('href', href.replace(path, '/'))
          continue
        }
        if (extname(file) === '.md' && statSync(file).isFile()) continue
        if (process.env.DOCS_REPOSITORY) {
          token.attrSet('href', `${process.env.DOCS_REPOSITORY}/${relative(root, file)}`)
        } else {
          token.tag = 'span'
          token.attrs = [['title', relative(root, file)]]
          closing++
        }
      }
    }
  })
}
