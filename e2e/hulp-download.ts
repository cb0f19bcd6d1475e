import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Doet `handeling`, wacht op het bestand dat daaruit komt en geeft de plek waar het staat. */
export async function download(pagina: Page, handeling: () => Promise<void>): Promise<string> {
  const [bestand] = await Promise.all([pagina.waitForEvent('download'), handeling()])
  const pad = join(mkdtempSync(join(tmpdir(), 'meedoen-download-')), bestand.suggestedFilename())
  // De browser draait in een ander proces; alleen een kopie is hier te lezen.
  await bestand.saveAs(pad)
  return pad
}
