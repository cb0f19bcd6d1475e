/** Een berichtbestand controleren op niveau 1 en 2, zonder database. */
import { fout, ok, type Result } from '#core/base/result.ts'
import { controleerStroom, GRENS_LIBXML, isAangenomen, type Oordeel, weigerTeGroot } from '#messages/controleer-stroom.ts'
import { releases } from '#messages/releases.ts'
import { grenzen } from '#messages/xml.ts'
import { type Berichtbestand, leesreden, openBerichtbestand } from '#storage/berichtbestand.ts'
import { maakKladbestand } from '#storage/kladbestand.ts'

export type Bestandsoordeel = { readonly aangenomen: boolean; readonly oordeel: Oordeel }

/** Wat elke regel vraagt, in gewone taal. */
export const regelteksten: ReadonlyMap<string, string> = new Map(
  releases.flatMap((r) => r.regels.map((regel) => [regel.id, regel.tekst] as const)),
)

/** Het oordeel over één bestand, of waarom het niet te lezen is. */
export async function controleerBestand(pad: string): Promise<Result<Bestandsoordeel, string>> {
  const open = await openBerichtbestand(pad, GRENS_LIBXML)
  if (!open.ok) return open
  try {
    const oordeel = await beoordeel(open.value)
    return ok({ aangenomen: isAangenomen(oordeel), oordeel })
  } catch (storing) {
    return fout(leesreden(storing))
  }
}

async function beoordeel(bestand: Berichtbestand): Promise<Oordeel> {
  // Pas laden als het nodig is: bij een groot bestand is libxml2 er niet bij.
  if (bestand.soort === 'bytes') return (await import('#messages/controleer.ts')).controleer(bestand.bytes)
  if (bestand.grootte > grenzen.bestand) return weigerTeGroot()
  const klad = maakKladbestand()
  try {
    return await controleerStroom(bestand.stukken(), klad)
  } finally {
    klad.sluit()
  }
}
