import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@payload-config': new URL('./src/payload.config.ts', import.meta.url).pathname } },
  test: {
    include: ['{src,collections}/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
