#!/usr/bin/env node
/**
 * Start van `meedoen`: zet de pakketten klaar als dat nog moet en draait dan `src/main.ts`, in hetzelfde proces.
 * Daardoor komen Ctrl-C en andere signalen vanzelf bij het programma aan en blijft stdout van de opdracht zelf.
 */
import { zorgVoorPakketten } from '../scripts/installeer.mjs'

if (process.env.npm_lifecycle_event) stopMetNpm()
await zorgVoorPakketten({ metOntwikkeling: false })
const { register } = await import('tsx/esm/api')
register()
await import('../src/main.ts')

/** Wie npm stopt zonder Ctrl-C, stopt alleen de shell tussen npm en ons; zonder dit bleef het programma dan draaien. */
function stopMetNpm() {
  const ouder = process.ppid
  const kijk = setInterval(() => {
    if (process.ppid === ouder) return
    clearInterval(kijk)
    process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}
