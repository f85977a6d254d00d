package io.runboards.simulate.service;

/** Why a request to the gateway got no good answer. */
enum Failure {
  ERROR("500", "InternalServerError"),
  UNREACHABLE("503", "ServiceUnavailableError"),
  GAVE_UP("499", "ClientDisconnected"),
  OVER_BUDGET("429", "BudgetExceededError");

  private final String status;
  private final String exception;

  Failure(String status, String exception) {
    this.status = status;
    this.exception = exception;
  }

  String status() {
    return status;
  }

  String exception() {
    return exception;
  }
}
