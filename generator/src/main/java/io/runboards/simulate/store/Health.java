package io.runboards.simulate.store;

import java.util.HashSet;
import java.util.Set;

/** What is wrong with the store in this step. */
public final class Health {
  private double failedWrites;
  private double failedReads;
  private double slowWrites = 1;
  private double slowReads = 1;
  private int ingestersDown;
  private boolean compactorStalled;
  private double failedRules;
  private double busyRules;
  private boolean federationStopped;
  private final Set<String> brokenGroups = new HashSet<>();
  private double refusedByIngesters;

  void calm() {
    failedWrites = 0;
    failedReads = 0;
    slowWrites = 1;
    slowReads = 1;
    ingestersDown = 0;
    compactorStalled = false;
    failedRules = 0;
    busyRules = 0;
    federationStopped = false;
    brokenGroups.clear();
  }

  /** This part of the writes fails, from 0 to 1. */
  public void failWrites(double share) {
    failedWrites = share;
  }

  /** This part of the queries fails, from 0 to 1. */
  public void failReads(double share) {
    failedReads = share;
  }

  /** Writes and queries take so many times as long. */
  public void slowDown(double writes, double reads) {
    slowWrites = writes;
    slowReads = reads;
  }

  /** So many ingesters are gone. */
  public void loseIngesters(int many) {
    ingestersDown = many;
  }

  /** The compactor neither finishes a run nor writes a list of blocks. */
  public void stallCompactor() {
    compactorStalled = true;
  }

  /** This part of the queries of rules fails, from 0 to 1. */
  public void failRules(double share) {
    failedRules = share;
  }

  /** Rules take this part of their interval, which may be more than all of it. */
  public void keepRulesBusy(double share) {
    busyRules = share;
  }

  /** The groups that read several tenants are gone. */
  public void stopFederation() {
    federationStopped = true;
  }

  /** The rules of a tenant's group are wrong. */
  public void breakRules(String tenant, String group) {
    brokenGroups.add(tenant + ";" + group);
  }

  /** Ingesters are full and refuse this part of the writes, as of the step before. */
  void refuse(double share) {
    refusedByIngesters = share;
  }

  double failedWrites() {
    return Math.max(failedWrites, refusedByIngesters);
  }

  double failedReads() {
    return failedReads;
  }

  double slowWrites() {
    return slowWrites;
  }

  double slowReads() {
    return slowReads;
  }

  int ingestersDown() {
    return ingestersDown;
  }

  boolean compactorStalled() {
    return compactorStalled;
  }

  double failedRules() {
    return failedRules;
  }

  double busyRules() {
    return busyRules;
  }

  boolean federationStopped() {
    return federationStopped;
  }

  boolean isBroken(String tenant, String group) {
    return !brokenGroups.isEmpty() && brokenGroups.contains(tenant + ";" + group);
  }
}
