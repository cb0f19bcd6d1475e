#!/usr/bin/env node
/**
 * Start van `meedoen`: zet de pakketten klaar als dat nog moet en draait dan `src/main.ts`, in hetzelfde proces.
 * Daardoor komen Ctrl-C en andere signalen vanzelf bij het programma aan en blijft stdout van de opdracht zelf.
 */
import { zorgVoorPakketten } from '../scripts/installeer.mjs'

await zorgVoorPakketten({ metOntwikkeling: false })
const { register } = await import('tsx/esm/api')
register()
await import('../src/main.ts')
