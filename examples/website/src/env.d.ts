/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Asks Saphena, and notes what the page is made of. */
    ask: import('./server/askSaphena').Ask
    settings: import('./server/readSettings').Settings
    /** What a preview's editor has typed and not saved. */
    form?: string | undefined
  }
}
