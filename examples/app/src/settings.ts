import type { Locale } from './words'

/** Where Saphena answers. */
export const saphenaUrl = String(import.meta.env.VITE_SAPHENA_URL)

/** What is there is looked for again this often while the app is open, in milliseconds. */
export const updateEvery = 15 * 60_000

/** After it failed it is tried again after so long, then after twice as long each time, up to `updateEvery`; in milliseconds. */
export const firstPause = 15_000

/** How long a copy counts as new when one comes back to the app, in milliseconds. */
export const newFor = 5 * 60_000

/** Pictures are kept up to this; the newest articles come first. */
export const mostPictures = { count: 300, bytes: 30_000_000, ofOne: 2_000_000 }

/** Whose copy is brought first; the other language follows. */
export const inOrder = (first: Locale): Locale[] => (first === 'es' ? ['es', 'en'] : ['en', 'es'])
