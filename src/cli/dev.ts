/** `npm run dev`: the server with Next's development mode for the admin. */
Object.assign(process.env, { NODE_ENV: 'development' })
await import('../server')

export {}
