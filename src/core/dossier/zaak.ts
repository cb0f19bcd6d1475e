/** De standen van een zaak: wat kan nu, wat niet, en waarom niet. Een aanvraag volgt op het onderzoek (Wmo 2.3.2 lid 9). */
import { type Datum, inWoorden, plusDagen } from '#core/base/datum.ts'
import { fout, ok, type Result } from '#core/base/result.ts'
import {
  beoordeelGebeurtenis,
  type Gebeurtenis,
  type Gebeurtenisweigering,
  geldend,
  speelAf,
  type Stap,
} from '#core/dossier/gebeurtenis.ts'
import { type Zaakgebeurtenissoort, zaakgebeurtenissen } from '#core/dossier/gebeurtenissoorten.ts'
import { type Zaakstand, zaakstanden } from '#core/dossier/gebeurteniswoorden.ts'
import type { Zaaktermijnen } from '#core/dossier/wettelijke-termijnen.ts'

type Rij = Omit<Gebeurtenis, 'gegevens'>
export type Zaakweigering =
  | Gebeurtenisweigering
  | {
      readonly code: 'ZAAK_PLAN_LOOPT' | 'ZAAK_PLAN_BEKEND' | 'ZAAK_AANVRAAG_TE_VROEG' | 'ZAAK_STAND'
      readonly tekst: string
      readonly watNu: string
    }

/** Of het persoonlijk plan er is, er niet komt, of nog kan komen. */
export type Planstand = 'open' | 'ontvangen' | 'afgezien'

export function planstand(rijen: readonly Rij[]): Planstand {
  const laatste = geldend(rijen).findLast(({ soort }) => planstandNa[soort])
  return (laatste && planstandNa[laatste.soort]) ?? 'open'
}

const planstandNa: Partial<Record<Rij['soort'], Planstand>> = { plan_ontvangen: 'ontvangen', plan_afgezien: 'afgezien' }

/** Of deze rij bij de zaak mag, en welke stand de zaak daarna heeft. */
export function beoordeelZaakgebeurtenis(
  bestaande: readonly Rij[],
  nieuw: Rij,
  termijnen: Zaaktermijnen,
): Result<Zaakstand, Zaakweigering> {
  const strijdigIn = (verloop: readonly Stap<Zaakstand, Rij>[]) =>
    verloop.map((stap, i) => termijnregel(stap, verloop.slice(0, i), termijnen)).find((w) => w !== null)
  const verloop = beoordeelGebeurtenis('zaak', bestaande, nieuw, {
    goed: (proef) => !strijdigIn(proef),
    grenzen: [plusDagen(termijnen.planTot, 1), plusDagen(termijnen.onderzoekUiterlijk, 1)],
  })
  if (!verloop.ok) return verloop
  const strijdig = strijdigIn(verloop.value)
  if (strijdig) return fout(strijdig)
  const stand = verloop.value.at(-1)?.na
  return stand
    ? ok(stand)
    : fout({
        code: 'ZAAK_STAND',
        tekst: 'Zonder ontvangen melding is er geen zaak.',
        watNu: 'Verbeter de melding in plaats van haar te laten vervallen, of sluit de zaak af.',
      })
}

/** De regels waarbij telt wat er eerder was, of de dag. Ook een verbetering achteraf mag ze niet breken. */
function termijnregel(stap: Stap<Zaakstand, Rij>, eerder: readonly Stap<Zaakstand, Rij>[], termijnen: Zaaktermijnen): Zaakweigering | null {
  const { rij, voor } = stap
  if (rij.soort === 'onderzoek_gestart' && rij.datum <= termijnen.planTot && planstand(eerder.map((s) => s.rij)) === 'open')
    return {
      code: 'ZAAK_PLAN_LOOPT',
      tekst: `Op ${inWoorden(rij.datum)} kan het onderzoek nog niet beginnen: de inwoner kan tot en met ${inWoorden(termijnen.planTot)} een persoonlijk plan inleveren (Wmo 2.3.2 lid 2).`,
      watNu: `Leg eerst vast dat het plan er is, of dat de inwoner er geen inlevert. Anders kan het vanaf ${inWoorden(plusDagen(termijnen.planTot, 1))}.`,
    }
  if (planstandNa[rij.soort] && planstandNa[rij.soort] === planstand(eerder.map((s) => s.rij)))
    return {
      code: 'ZAAK_PLAN_BEKEND',
      tekst: 'Dit is al vastgelegd over het persoonlijk plan.',
      watNu: 'Klopt de dag niet, verbeter dan wat er staat.',
    }
  if (rij.soort === 'aanvraag_ontvangen' && voor !== 'verslag_verzonden' && rij.datum <= termijnen.onderzoekUiterlijk)
    return {
      code: 'ZAAK_AANVRAAG_TE_VROEG',
      tekst: `Op ${inWoorden(rij.datum)} kan er nog geen aanvraag zijn: zij volgt op het verslag van het onderzoek, of op zes weken zonder verslag (Wmo 2.3.2 lid 9).`,
      watNu: `Rond eerst het onderzoek af en verstuur het verslag. Anders kan het vanaf ${inWoorden(plusDagen(termijnen.onderzoekUiterlijk, 1))}.`,
    }
  return null
}

export type Stapmogelijkheid = { readonly soort: Zaakgebeurtenissoort; readonly label: string; readonly weigering: Zaakweigering | null }

/**
 * Alles wat vanuit de huidige stand op deze dag kan of nét niet kan; voor de knoppen. Wat bij een andere stand hoort of al
 * vastligt, staat er niet in.
 */
export function mogelijkeStappen(bestaande: readonly Rij[], termijnen: Zaaktermijnen, vandaag: Datum): readonly Stapmogelijkheid[] {
  const stand = zaakstand(bestaande)
  const soorten = Object.keys(zaakgebeurtenissen) as Zaakgebeurtenissoort[]
  return soorten
    .filter((soort) => (zaakgebeurtenissen[soort].vanuit as readonly (Zaakstand | null)[]).includes(stand))
    .map((soort) => {
      // Een id na alle andere: op dezelfde dag komt de nieuwe rij achteraan.
      const proef = { id: 'ffffffff-ffff-7fff-bfff-ffffffffffff', soort, datum: vandaag, vervangt: null }
      const oordeel = beoordeelZaakgebeurtenis(bestaande, proef, termijnen)
      return { soort, label: zaakgebeurtenissen[soort].label, weigering: oordeel.ok ? null : oordeel.fout }
    })
    .filter(({ weigering }) => weigering?.code !== 'ZAAK_PLAN_BEKEND')
}

/** De stand na alle rijen die gelden; null als er nog niets is of het verloop niet klopt. */
function zaakstand(rijen: readonly Rij[]): Zaakstand | null {
  const verloop = speelAf('zaak', rijen)
  return verloop.ok ? (verloop.value.at(-1)?.na ?? null) : null
}

/** Werk aan een zaak dat geen gebeurtenis is, en in welke standen het kan. */
const werk = {
  onderzoek_openen: { in: ['bevestigd', 'onderzoek'], tekst: 'een onderzoek openen' },
  antwoorden: { in: ['onderzoek'], tekst: 'antwoorden vastleggen' },
  indicatie: { in: ['onderzoek', 'verslag_verzonden', 'aanvraag'], tekst: 'een indicatie vastleggen' },
  wijzigen: { in: ['ontvangen', 'bevestigd', 'onderzoek', 'verslag_verzonden', 'aanvraag'], tekst: 'de zaak wijzigen' },
} as const satisfies Record<string, { in: readonly Zaakstand[]; tekst: string }>
export type Zaakwerk = keyof typeof werk

/** Of dit werk kan in deze stand. */
export function magZaakwerk(stand: Zaakstand, wat: Zaakwerk): Result<null, Zaakweigering> {
  const { in: standen, tekst } = werk[wat]
  if ((standen as readonly Zaakstand[]).includes(stand)) return ok(null)
  return fout({
    code: 'ZAAK_STAND',
    tekst: `U kunt nu niet ${tekst}: de stand van de zaak is “${zaakstanden[stand]}”.`,
    watNu: watNu[stand],
  })
}

const watNu: Record<Zaakstand, string> = {
  ontvangen: 'Bevestig eerst de ontvangst van de melding.',
  bevestigd: 'Start eerst het onderzoek.',
  onderzoek: 'Rond eerst het onderzoek af.',
  verslag_verzonden: 'Hervat eerst het onderzoek, met een reden.',
  aanvraag: 'Het onderzoek is al afgerond. Leg nieuwe feiten vast in een nieuwe zaak.',
  afgesloten: 'Heropen eerst de zaak, met een reden.',
}
