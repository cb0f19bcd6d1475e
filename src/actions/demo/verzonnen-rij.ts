/** Wat de delen van een verzonnen dossier delen: de omstandigheden, en hoe een rij erbij komt. */
import type { Datum } from '#core/base/datum.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Kluis } from '#storage/kluis.ts'
import type { Veld } from '#storage/kopieer.ts'
import type { Vulrijen, Vultabel } from '#storage/vulling.ts'
import type { Voorbeeld } from './voorbeelden.ts'

export type Omstandigheden = {
  readonly gemeente: string
  readonly woonplaats: string
  readonly vandaag: Datum
  readonly catalogus: Catalogus
  readonly keuze: Keuze
  readonly voorbeelden: readonly Voorbeeld[]
  readonly teams: readonly { id: string; consulenten: readonly string[] }[]
  readonly kluis: Kluis
  readonly engine: string
}

export const kies = <T>(lijst: readonly T[], toeval: () => number): T => lijst[Math.floor(toeval() * lijst.length)] as T
export const tienUur = (dag: Datum): string => `${dag}T09:00:00.000Z`
/** Zet een rij bij de rijen van haar tabel, met de gemeente erbij. */
export type Zet = (tabel: Vultabel, rij: Record<string, Veld>) => void

export const maakZet = (rijen: Vulrijen, gemeente: string): Zet => {
  return (tabel, rij) => {
    rij.gemeente = gemeente
    ;(rijen[tabel] ??= []).push(rij)
  }
}
