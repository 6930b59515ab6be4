import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sendPage } from './sendPage'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The few files that pages need, read once: no address reaches any other. */
export class StaticFiles {
  readonly #files: Map<string, Parameters<typeof sendPage>[2]>

  constructor(folder: URL) {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => types[extname(path)])
    this.#files = new Map(
      paths.map((path) => [
        `/${path}`,
        {
          status: 200,
          headers: {
            'content-type': types[extname(path)] ?? '',
            // Names under _astro/ hold a hash of what is in them.
            'cache-control': path.startsWith('_astro/')
              ? 'public, max-age=31536000, immutable'
              : 'public, max-age=3600',
          },
          body: readFileSync(fileURLToPath(new URL(path, folder))),
          keys: new Set<string>(),
        },
      ]),
    )
  }

  /** @returns whether there is such a file */
  send(path: string, req: IncomingMessage, res: ServerResponse): boolean {
    const file = this.#files.get(path)
    if (file) sendPage(req, res, file)
    return file !== undefined
  }
}
