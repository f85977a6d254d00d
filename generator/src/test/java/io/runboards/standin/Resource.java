package io.runboards.standin;

/** A part of the API. The stand-in calls one at a time. */
@FunctionalInterface
interface Resource {
  Reply answer(Call call);
}
