package hopfield.cluster;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test that asks for it the one cluster of this build, which starts for the first of them and ends with the last. */
final class OneCluster implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == RealCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(OneCluster.class))
                .getOrComputeIfAbsent(RealCluster.class, type -> started(), RealCluster.class);
    }

    private static RealCluster started() {
        try {
            return new RealCluster();
        } catch (Exception e) {
            throw new IllegalStateException("the cluster does not start", e);
        }
    }
}
