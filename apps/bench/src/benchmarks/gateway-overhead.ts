import { createCollector, createProxyGateway, listen, openContract } from '@sca-kit/contract';
import type { Benchmark } from '../benchmark.ts';
import { request, startSandbox } from '../sandbox.ts';
import { SPEC } from '../spec.ts';

/** How much a request costs through the validating proxy. */
export const gatewayOverhead: Benchmark = {
  name: 'gateway-overhead',
  subject: '50 requests through the contract proxy',
  yardstick: '50 requests to the server',
  async open() {
    const server = await startSandbox();
    const gateway = await createProxyGateway({
      contract: await openContract(SPEC),
      collector: createCollector(),
      onViolation: 'problem',
      target: { baseUrl: server.url },
    });
    const proxy = await listen(gateway, 0, '127.0.0.1');
    const send = async (url: string): Promise<void> => {
      for (let count = 0; count < 50; count += 1) await request(`${url}/health`);
    };
    return {
      subject: () => send(proxy.url),
      yardstick: () => send(server.url),
      async close() {
        await proxy.close();
        await server.stop();
      },
    };
  },
};
