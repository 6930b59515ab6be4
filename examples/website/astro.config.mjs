import { defineConfig } from 'astro/config'

/** Pages are rendered by `server.mjs` and kept until something that they show changes, so Astro builds the code that renders them. */
export default defineConfig({
  output: 'server',
  adapter: {
    name: 'saphena-website',
    hooks: {
      'astro:config:done': ({ setAdapter }) =>
        setAdapter({
          name: 'saphena-website',
          serverEntrypoint: new URL('src/server/entry.ts', import.meta.url).pathname,
          exports: ['start'],
          supportedAstroFeatures: {
            serverOutput: 'stable',
            staticOutput: 'unsupported',
            sharpImageService: 'unsupported',
          },
        }),
    },
  },
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  session: { driver: 'memory' },
  trailingSlash: 'ignore',
  // One small file for all pages, which a strict policy for styles allows.
  build: { inlineStylesheets: 'never' },
  security: { checkOrigin: false },
  devToolbar: { enabled: false },
})
