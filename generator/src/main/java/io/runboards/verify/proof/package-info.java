/** What a run showed: about every query of every panel, every rule and every incident. */
package io.runboards.verify.proof;
