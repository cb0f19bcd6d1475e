import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

/** Doet `handeling`, wacht op het bestand dat daaruit komt en geeft de plek waar het staat. Na de test is het weer weg. */
export async function download(pagina: Page, handeling: () => Promise<void>): Promise<string> {
  const [bestand] = await Promise.all([pagina.waitForEvent('download'), handeling()])
  const map = mkdtempSync(join(tmpdir(), 'meedoen-download-'))
  onTestFinished(() => rmSync(map, { recursive: true, force: true }))
  const pad = join(map, bestand.suggestedFilename())
  // De browser draait in een ander proces; alleen een kopie is hier te lezen.
  await bestand.saveAs(pad)
  return pad
}
