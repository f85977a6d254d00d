package io.runboards.simulate.service;

import io.runboards.simulate.scrape.Group;

/**
 * Somebody who asks for a model, and what the gateway counts of it.
 *
 * @param payer who it is
 * @param weight the part of the model's requests that come from there
 * @param requests what is counted of the requests
 * @param calls what is counted of the calls to the model
 */
record Asker(Payer payer, double weight, ClientSeries requests, CallSeries calls) {
  static Asker of(Payer payer, double weight, Deployment asked, Group group) {
    return new Asker(
        payer,
        weight,
        new ClientSeries(group, payer.client(), asked),
        new CallSeries(group, payer.client(), asked, asked));
  }
}
