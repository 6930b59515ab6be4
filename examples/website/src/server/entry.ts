import type { SSRManifest } from 'astro'
import { App } from 'astro/app'
import { readSettings } from './readSettings'
import { serve } from './serve'

/** What Astro's build exports: `start`, which serves the site until the process is asked to end. */
export function createExports(manifest: SSRManifest) {
  const app = new App(manifest)
  return { start: (files: URL) => serve(app, readSettings(), files) }
}
