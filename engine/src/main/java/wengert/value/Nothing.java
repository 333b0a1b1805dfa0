package wengert.value;

/// The values that say that there is none: `nothing`, and ChainRules' `NoTangent()` and `ZeroTangent()`.
public enum Nothing implements Value {
    NOTHING,
    MISSING,
    NO_TANGENT,
    ZERO_TANGENT
}
