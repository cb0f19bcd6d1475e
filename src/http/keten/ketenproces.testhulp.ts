/** Een kant van de keten als los proces: neemt aan, verwerkt en antwoordt, tot het gedood wordt. Meldt zijn poort op stdout. */
import type { AddressInfo } from 'node:net'
import { openProefdienst, type Proef } from '#actions/transport/proefdienst.testhulp.ts'
import { maakKetenserver } from './ketenserver.ts'

const open = await openProefdienst(JSON.parse(process.argv[2] ?? '') as Proef)
const ontvangst = open.dienst.keten.ontvangst()
if (!ontvangst) throw new Error('geen ontvangst')
const server = await maakKetenserver({ dienst: open.dienst, ontvangst, storing: (f) => process.stderr.write(`${f.stack}\n`) })
await open.werk(open.dienst)
await server.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`${(server.server.address() as AddressInfo).port}\n`)
