package io.sockspec.report;

/// Tells whom a run judges. Found by `ServiceLoader`, so that the report can name an implementation
/// without knowing what one is.
@FunctionalInterface
public interface JudgedSource {
    /// @throws RuntimeException with one sentence when the run has nobody to judge
    Judged judged();
}
