import { defineConfig } from 'vitest/config'

/**
 * Drie groepen: `kern` (waarden erin, waarden eruit), `opslag` (op één PostgreSQL, elk bestand met een eigen database) en
 * `browser` (hele schermen in Chromium, op één server en één browser).
 * Twee werkers: zoveel kernen heeft de kleinste machine waarop dit hoort te draaien.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'kern',
          include: ['src/**/*.test.{ts,tsx}', 'catalogi/**/*.test.ts', 'bench/**/*.test.ts', 'scripts/**/*.test.mjs'],
          exclude: ['**/node_modules/**', 'src/**/*.db.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'opslag',
          include: ['src/**/*.db.test.ts'],
          globalSetup: ['./src/storage/postgres/testserver.testhulp.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['./e2e/hulp-start.ts'],
          testTimeout: 180_000, // ruim: toegankelijkheid van een groot scherm duurt op een drukke machine een minuut
          hookTimeout: 120_000,
          // Een browser op een overvolle machine hapert soms; het verslag noemt elke test die een tweede keer nodig had.
          retry: 1,
        },
      },
    ],
  },
})
