import express from 'express'

/** What an editor has typed, as the admin posts it: JSON of far more than an article. */
export const readForm = express.json({ limit: '3mb' })
