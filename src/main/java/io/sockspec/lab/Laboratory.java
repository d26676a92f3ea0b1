package io.sockspec.lab;

/// Makes labs. Safe for use by any number of threads at a time; each lab is independent of all
/// others.
public interface Laboratory {
    /// How the hosts' interfaces reach the wire: `tap` or `packet`.
    String transport();

    /// Makes a fresh lab: hosts up, addresses usable, the wire running and its log empty.
    ///
    /// @throws NoLaboratory when a host brings its own stack and no TAP device can be made for it
    /// @throws NotPermitted when a setting of the plan may not be made here
    /// @throws NoSuchSetting when this kernel does not know a setting of the plan
    /// @throws LabFailure when the machine refuses a step, out of descriptors for example
    Lab open(LabPlan plan);
}
