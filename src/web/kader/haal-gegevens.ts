import type { Catalogus } from '#core/catalogus/vorm.ts'

/** Wat `GET /catalogi.json` geeft. */
export type Catalogusindex = {
  catalogi: {
    id: string
    naam: string
    omschrijving: string
    gemeenten: string[]
    versies: { versie: string; geldigVan: string; hash: string }[]
  }[]
}

/** Waarom gegevens er niet zijn: het adres bestaat niet, of de server antwoordt niet. */
export class Ophaalfout extends Error {
  readonly reden: 'niet_gevonden' | 'onbereikbaar'
  constructor(reden: 'niet_gevonden' | 'onbereikbaar', adres: string, oorzaak?: unknown) {
    super(`${reden}: ${adres}`, { cause: oorzaak })
    this.reden = reden
  }
}

const bewaard = new Map<string, Promise<unknown>>()

async function haal(adres: string): Promise<unknown> {
  let antwoord: Response
  try {
    antwoord = await fetch(adres, { headers: { accept: 'application/json' } })
  } catch (oorzaak) {
    throw new Ophaalfout('onbereikbaar', adres, oorzaak)
  }
  if (antwoord.status === 404) throw new Ophaalfout('niet_gevonden', adres)
  if (!antwoord.ok) throw new Ophaalfout('onbereikbaar', adres)
  try {
    return await antwoord.json()
  } catch (oorzaak) {
    throw new Ophaalfout('onbereikbaar', adres, oorzaak)
  }
}

/** Eén keer per adres; een mislukte poging wordt niet onthouden, zodat opnieuw proberen echt opnieuw haalt. */
function haalEens(adres: string): Promise<unknown> {
  const eerder = bewaard.get(adres)
  if (eerder) return eerder
  const nieuw = haal(adres).catch((fout: unknown) => {
    bewaard.delete(adres)
    throw fout
  })
  bewaard.set(adres, nieuw)
  return nieuw
}

export const haalIndex = () => haalEens('/catalogi.json') as Promise<Catalogusindex>
export const haalCatalogus = (id: string, versie: string) =>
  haalEens(`/catalogi/${encodeURIComponent(id)}/${encodeURIComponent(versie)}.json`) as Promise<Catalogus>
