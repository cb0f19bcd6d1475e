/** Een adres dat vaststaat voordat wie daar antwoordt er is, en dat de test kan doorknippen. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** Een draad naar de ander die de test kan doorknippen. Zo heeft elke kant een adres voordat de ander er is. */
export type Lijn = { readonly poort: number; naar: number | null; sluit(): Promise<void> }
export async function maakLijn(): Promise<Lijn> {
  const open = new Set<Socket>()
  const houd = (s: Socket) => void open.add(s.on('error', () => s.destroy()).on('close', () => open.delete(s)))
  const lijn = { naar: null as number | null }
  const server: Server = createServer((van) => {
    houd(van)
    if (lijn.naar === null) return void van.destroy()
    const ander = connect(lijn.naar, '127.0.0.1')
    houd(ander)
    van.pipe(ander).pipe(van)
    van.on('close', () => ander.destroy())
    ander.on('close', () => van.destroy())
  })
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  return Object.assign(lijn, {
    poort: (server.address() as AddressInfo).port,
    sluit: async () => {
      for (const s of open) s.destroy()
      await new Promise((klaar) => server.close(klaar))
    },
  })
}
