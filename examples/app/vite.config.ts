import { defineConfig } from 'vite'
import { listShell } from './listShell.ts'

/** Where Saphena answers; the page's policy and the sync read it from the build. */
process.env.VITE_SAPHENA_URL = (process.env.VITE_SAPHENA_URL || 'http://127.0.0.1:3000').replace(/\/+$/, '')

export default defineConfig({
  base: './',
  oxc: { jsx: { importSource: 'preact' } },
  build: {
    rolldownOptions: {
      input: ['index.html', 'src/serviceWorker.ts'],
      output: {
        // A service worker has one address for ever; all else is named by what is in it.
        entryFileNames: ({ name }) => (name === 'serviceWorker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  plugins: [listShell()],
  preview: {
    host: process.env.HOST || '127.0.0.1',
    port: Number(process.env.PORT || 4322),
    strictPort: Boolean(process.env.PORT),
  },
})
