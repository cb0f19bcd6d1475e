/** Een filter op zaken als zin, zodat men leest wat men bewaart: "Meldingen van mij die binnen 7 dagen aflopen". */
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { type Gelezen, jaNee, keuze, type Lezer, leesVelden, mag, weiger } from '#core/base/velden.ts'
import { zaakstanden } from '#core/dossier/gebeurteniswoorden.ts'

export const vanWie = {
  ik: 'van mij',
  team: 'van mijn team',
  niemand: 'zonder behandelaar',
  alle: 'van iedereen',
} as const

const soortnamen = {
  melding: ['melding', 'meldingen'],
  herindicatie: ['herindicatie', 'herindicaties'],
  wijziging: ['verzoek om wijziging', 'verzoeken om wijziging'],
  signaal: ['signaal', 'signalen'],
} as const

const standzinnen: Record<keyof typeof zaakstanden, string> = {
  ontvangen: 'die nog niet bevestigd zijn',
  bevestigd: 'die bevestigd zijn',
  onderzoek: 'waarvan het onderzoek loopt',
  verslag_verzonden: 'waarvan het verslag verzonden is',
  aanvraag: 'met een aanvraag',
  afgesloten: 'die afgesloten zijn',
}

const dagen: Lezer<number> = (ruw, plaats) =>
  typeof ruw === 'number' && Number.isInteger(ruw) && ruw >= 0 && ruw <= 365
    ? ok(ruw)
    : weiger('DAGEN_ONGELDIG', plaats, 'Geef een heel aantal dagen van 0 tot en met 365.')

const lezers = {
  behandelaar: mag(keuze(vanWie)),
  soort: mag(keuze(soortnamen)),
  stand: mag(keuze(zaakstanden)),
  /** Zoveel dagen heeft de termijn nog, of minder; wat te laat is hoort erbij. */
  binnenDagen: mag(dagen),
  wacht: mag(jaNee),
}
export type Filterkeuze = Gelezen<typeof lezers>

export function leesFilterkeuze(ruw: unknown, plaats = ''): Result<Filterkeuze, Invoerfout[]> {
  const gelezen = leesVelden(lezers, ruw, plaats)
  if (!gelezen.ok || Object.values(gelezen.value).some((v) => v !== null)) return gelezen
  return fout([{ code: 'FILTER_LEEG', plaats, tekst: 'Kies minstens één voorwaarde; zonder voorwaarde is het de hele lijst.' }])
}

/** De zin bij een filter, met een hoofdletter en zonder punt. */
export function filterzin(f: Filterkeuze): string {
  const wat = f.soort ? soortnamen[f.soort][1] : 'zaken'
  const bijzinnen = [
    f.stand && standzinnen[f.stand],
    f.binnenDagen !== null &&
      `die ${f.binnenDagen === 0 ? 'vandaag' : f.binnenDagen === 1 ? 'vandaag of morgen' : `binnen ${f.binnenDagen} dagen`} aflopen`,
    f.wacht !== null && (f.wacht ? 'die op iemand wachten' : 'die op niemand wachten'),
  ].filter((zin) => zin !== false && zin !== null)
  const zin = [wat, f.behandelaar && vanWie[f.behandelaar], bijzinnen.join(' en ')].filter(Boolean).join(' ')
  return zin.charAt(0).toUpperCase() + zin.slice(1)
}
