/** De opties die alle rekenende opdrachten delen. */
import { type Command, InvalidArgumentError } from 'commander'
import type { Opties, Weigering } from '#actions/kies.ts'
import { meldCatalogusfouten, meldInvoerfouten } from './meld.ts'
import type { Afsluitcode, Omgeving } from './omgeving.ts'

export type Keuzeopties = { catalogus?: string; gemeente?: string; instelling?: Record<string, string>; catalogi?: string; json?: boolean }

export function metKeuzeopties(opdracht: Command): Command {
  return opdracht
    .option('--catalogus <naam>', 'catalogus: naam, naam@versie, of het pad van een versiemap')
    .option('--gemeente <naam>', 'gemeente, met naam of CBS-code')
    .option('--instelling <sleutel=waarde>', 'wijk af van een instelling; mag vaker', verzamel)
    .option('--catalogi <map>', 'map met catalogi')
    .option('--json', 'antwoord als JSON')
}

/** Verzamelt `sleutel=waarde`; dezelfde sleutel twee keer is een vergissing. */
export function verzamel(tekst: string, eerder: Record<string, string> = {}): Record<string, string> {
  const is = tekst.indexOf('=')
  if (is < 1) throw new InvalidArgumentError(`"${tekst}" is geen instelling; schrijf sleutel=waarde.`)
  const sleutel = tekst.slice(0, is)
  if (Object.hasOwn(eerder, sleutel)) throw new InvalidArgumentError(`De instelling "${sleutel}" staat er twee keer.`)
  return { ...eerder, [sleutel]: tekst.slice(is + 1) }
}

export function alsOpties(omgeving: Omgeving, o: Keuzeopties): Opties {
  return {
    catalogi: o.catalogi ?? omgeving.catalogi,
    vandaag: omgeving.vandaag,
    ...(o.catalogus !== undefined && { catalogus: o.catalogus }),
    ...(o.gemeente !== undefined && { gemeente: o.gemeente }),
    instellingen: o.instelling ?? {},
  }
}

export function meldWeigering(omgeving: Omgeving, w: Weigering, json: boolean): Afsluitcode {
  return w.soort === 'catalogus' ? meldCatalogusfouten(omgeving, w.fouten, json) : meldInvoerfouten(omgeving, w.fouten, json)
}

/** Leest een heel getal, de grenzen meegerekend. */
export function heelGetal(min: number, max: number): (tekst: string) => number {
  return (tekst) => {
    const n = Number(tekst)
    if (/^\d+$/.test(tekst) && n >= min && n <= max) return n
    throw new InvalidArgumentError(`Geef een heel getal van ${min} tot en met ${max}.`)
  }
}
