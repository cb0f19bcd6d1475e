/** Van een exception naar een antwoord: een fout van de aanroeper, een database die even weg is, of een fout van ons. */
import type { Weigering } from '#actions/handeling/weigering.ts'

type Fout = Error & { statusCode?: number; code?: string }

/** Codes van een weggevallen verbinding: van het besturingssysteem, en klasse 08, 57 en 53 van PostgreSQL. */
const weg = /^(ECONN|ENOENT|EPIPE|ETIMEDOUT|08|57P|53)/

export function vertaalFout(f: Fout): { status: number; weigering: Weigering } {
  if (f.statusCode === 429)
    return {
      status: 429,
      weigering: {
        soort: 'te_veel',
        code: 'TE_VEEL',
        tekst: 'Te veel verzoeken in korte tijd.',
        watNu: 'Wacht een minuut en probeer het opnieuw.',
      },
    }
  if (f.statusCode === 413)
    return {
      status: 413,
      weigering: { soort: 'ongeldig', code: 'TE_GROOT', tekst: 'Dit verzoek is te groot.', watNu: 'Verdeel het in kleinere delen.' },
    }
  if (f.statusCode !== undefined && f.statusCode < 500)
    return {
      status: f.statusCode,
      weigering: {
        soort: 'ongeldig',
        code: 'VERZOEK_ONGELDIG',
        tekst: 'Dit verzoek klopt niet.',
        watNu: 'Stuur geldige JSON met content-type application/json.',
      },
    }
  if (isDatabaseWeg(f))
    return {
      status: 503,
      weigering: {
        soort: 'even_weg',
        code: 'DATABASE_WEG',
        tekst: 'Meedoen kan de gegevens nu niet ophalen of bewaren. Er is niets half bewaard.',
        watNu: 'Wacht een minuut en probeer het opnieuw. Duurt het langer, bel dan uw beheerder. Wat u invulde, staat nog op het scherm.',
      },
    }
  return {
    status: 500,
    weigering: {
      soort: 'storing',
      code: 'STORING',
      tekst: 'Er ging iets mis in het programma.',
      watNu: 'Probeer het opnieuw. Blijft het misgaan, geef dan het nummer hieronder door.',
    },
  }
}

/** Of de database weg is, of op dit moment geen werk aanneemt. */
export const isDatabaseWeg = (f: Fout): boolean =>
  weg.test(f.code ?? '') ||
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(f.message)
