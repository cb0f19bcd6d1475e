/** Van cliënten met hun declaratieregels naar kolommen voor de database. */
import type { Clientboek } from '#storage/berichten/clientboek.ts'
import type { Regelkolommen, Regelsoort } from '#storage/berichten/declaratieregels.ts'
import type { Declaratieclient, Prestatie } from '#messages/iwmo-3-2/keten/wmo323.ts'

export function regelkolommen(clienten: readonly Declaratieclient[], boek: Clientboek): Regelkolommen {
  const k = {
    clienten: clienten.map((c) => boek.index(c.Bsn)),
    client: [] as number[],
    soort: [] as number[],
    referentie: [] as string[],
    vorige: [] as (string | undefined)[],
    toewijzing: [] as number[],
    volume: [] as number[],
    bedrag: [] as number[],
  }
  const soorten = maakSoorten()
  for (const [i, client] of clienten.entries())
    for (const p of client.Prestaties.Prestatie) {
      k.client.push(i + 1)
      k.soort.push(soorten.nummer(p))
      k.referentie.push(p.ProductReferentie.ReferentieNummer)
      k.vorige.push(p.ProductReferentie.VorigReferentieNummer)
      k.toewijzing.push(p.ToewijzingNummer)
      k.volume.push(p.GeleverdVolume)
      k.bedrag.push(p.IngediendBedrag.Bedrag)
    }
  return { ...k, soorten: soorten.alle }
}

/** Elke soort één keer, genummerd vanaf 1. */
function maakSoorten() {
  const alle: Regelsoort[] = []
  const nummers = new Map<string, number>()
  return {
    alle,
    nummer(p: Prestatie): number {
      const { Begindatum: van, Einddatum: tot } = p.ProductPeriode
      const sleutel = `${p.ProductCategorie}|${van}|${tot}|${p.Eenheid}|${p.ProductTarief ?? ''}|${p.IngediendBedrag.DebetCredit}|${p.ProductCode}`
      const bekend = nummers.get(sleutel)
      if (bekend !== undefined) return bekend
      const { ProductCategorie: categorie, ProductCode: code, Eenheid: eenheid, ProductTarief: tarief } = p
      alle.push({ categorie, code, van, tot, eenheid, ...(tarief !== undefined && { tarief }), dc: p.IngediendBedrag.DebetCredit })
      nummers.set(sleutel, alle.length)
      return alle.length
    },
  }
}
