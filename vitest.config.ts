import { defineConfig } from 'vitest/config'

/**
 * Drie groepen: `kern` (waarden erin, waarden eruit), `opslag` (op één PostgreSQL, elk bestand met een eigen database) en
 * `browser` (hele schermen in Chromium, op één server en één browser).
 * Twee werkers: zoveel kernen heeft de kleinste machine waarop dit hoort te draaien.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    teardownTimeout: 180_000, // stoppen van server en database duurt op een drukke machine langer dan de gewone tien tellen
    projects: [
      {
        test: {
          name: 'kern',
          include: ['src/**/*.test.{ts,tsx}', 'catalogi/**/*.test.ts', 'bench/**/*.test.ts', 'scripts/**/*.test.mjs'],
          exclude: ['**/node_modules/**', 'src/**/*.db.test.ts'],
          testTimeout: 300_000, // ruim: een eigenschap over duizenden gevallen duurt op een drukke machine meer dan een minuut
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'opslag',
          include: ['src/**/*.db.test.ts'],
          globalSetup: ['./src/storage/postgres/testserver.testhulp.ts'],
          testTimeout: 300_000, // ruim: deze tests starten en doden servers en programma's, ook op een drukke machine
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['./e2e/hulp-start.ts'],
          testTimeout: 300_000, // ruim: toegankelijkheid van een groot scherm duurt op een drukke machine een minuut
          hookTimeout: 360_000, // langer dan een server mag doen over starten, zodat die zelf zegt wat er mis is
          // Browsertests wachten op wat er moet komen, niet op de klok. Dit is alleen de grens waarna het niet meer komt.
          expect: { poll: { interval: 50, timeout: 60_000 } },
        },
      },
    ],
  },
})
